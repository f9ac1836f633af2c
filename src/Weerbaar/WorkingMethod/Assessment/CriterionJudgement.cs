using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>What was filled in to let the edition's tables find the class: amounts and steps by axis, marks by indicator, corrections.</summary>
public sealed record JudgementInput(
    IReadOnlyDictionary<string, double> Amounts,
    IReadOnlyDictionary<string, string> Steps,
    IReadOnlyDictionary<string, string> Marks,
    IReadOnlyDictionary<string, string> Classes,
    IReadOnlyList<string> Corrections);

/// <summary>The judgement of one scenario on one criterion in a round, with its range, reason and source.</summary>
public sealed class CriterionJudgement : Part
{
    private CriterionJudgement()
    {
    }

    public CriterionJudgement(string roundId, string scenarioId, string criterion) =>
        (Id, RoundId, ScenarioId, Criterion) = (IdOf(roundId, scenarioId, criterion), roundId, scenarioId, criterion);

    public override Permission NeededToWrite => Permission.Judge;

    public override IReadOnlyList<string> OwnerIds => [RoundId, ScenarioId];

    [Owner]
    public string RoundId { get; private set; } = "";

    [Owner]
    public string ScenarioId { get; private set; } = "";

    public string Criterion { get; private set; } = "";

    public ClassRange Range { get; private set; } = ClassRange.Of("X");

    public Text Reason { get; private set; } = Text.Empty;

    public Citation Source { get; private set; } = Citation.None;

    /// <summary>What the best class was computed from, if it was.</summary>
    public JudgementInput? Input { get; private set; }

    public static string IdOf(string roundId, string scenarioId, string criterion) => $"{roundId}~{scenarioId}~{criterion}";

    public void Judge(ClassRange range, Text reason, Citation source, JudgementInput? input)
    {
        new InputCheck().Prose("reason", reason).ThrowIfAny();
        (Range, Reason, Source, Input) = (range, reason, source, input);
    }
}
