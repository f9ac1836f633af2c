using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>What a round says of one scenario as a whole: how likely it is, and its overall impact where that is given as such.</summary>
public sealed class AssessedScenario : Part
{
    private AssessedScenario()
    {
    }

    public AssessedScenario(string roundId, string scenarioId) =>
        (Id, RoundId, ScenarioId) = (IdOf(roundId, scenarioId), roundId, scenarioId);

    public override Permission NeededToWrite => Permission.Judge;

    public override IReadOnlyList<string> OwnerIds => [RoundId, ScenarioId];

    [Owner]
    public string RoundId { get; private set; } = "";

    [Owner]
    public string ScenarioId { get; private set; } = "";

    /// <summary>Empty when it was not judged or not published.</summary>
    public ClassRange? Likelihood { get; private set; }

    public Text LikelihoodNote { get; private set; } = Text.Empty;

    /// <summary>The overall class where it is given as such; empty when it follows from the judgements.</summary>
    public ClassRange? Overall { get; private set; }

    public Text OverallNote { get; private set; } = Text.Empty;

    public Citation Source { get; private set; } = Citation.None;

    public static string IdOf(string roundId, string scenarioId) => $"{roundId}~{scenarioId}";

    public void JudgeLikelihood(ClassRange? likelihood, Text note)
    {
        new InputCheck().Prose("note", note).ThrowIfAny();
        (Likelihood, LikelihoodNote) = (likelihood, note);
    }

    public void GiveOverall(ClassRange? overall, Text note)
    {
        new InputCheck().Prose("note", note).ThrowIfAny();
        (Overall, OverallNote) = (overall, note);
    }

    public void ComesFrom(Citation source) => Source = source;
}
