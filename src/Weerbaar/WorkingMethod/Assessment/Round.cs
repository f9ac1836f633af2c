using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment;

public enum RoundStatus
{
    Draft,
    Established,
}

/// <summary>A round of the national risk assessment: scenarios judged on one method edition.</summary>
public sealed class Round : MarkedObject
{
    private bool establishing;

    private Round()
    {
    }

    public Round(string id, string editionId, Text title, Text summary)
    {
        (Id, EditionId) = (id, editionId);
        Describe(title, summary);
    }

    public override string Kind => "round";

    public override Permission NeededToWrite => establishing ? Permission.EstablishRounds : Permission.OpenRounds;

    public override IEnumerable<string> AllItRestsOn => RestsOn.Concat(ScenarioIds);

    public string EditionId { get; private set; } = "";

    public Text Summary { get; private set; } = Text.Empty;

    public RoundStatus Status { get; private set; }

    public DateOnly? EstablishedOn { get; private set; }

    /// <summary>The scenarios assessed, in the order they are shown in.</summary>
    [ObjectIds]
    public List<string> ScenarioIds { get; private set; } = [];

    public void Describe(Text title, Text summary)
    {
        new InputCheck().Title(title).Prose("summary", summary).ThrowIfAny();
        (Title, Summary) = (title, summary);
    }

    public void Assess(IReadOnlyList<string> scenarioIds)
    {
        MustBeDraft();
        new InputCheck().EachOnce("scenarioIds", scenarioIds).ThrowIfAny();
        ScenarioIds = [.. scenarioIds];
    }

    /// <summary>Closes the round: its judgements stand.</summary>
    public void Establish(DateOnly? on)
    {
        MustBeDraft();
        (Status, EstablishedOn, establishing) = (RoundStatus.Established, on, true);
    }

    /// <summary>Opens an established round again; what rests on it will show that it changed, if it does.</summary>
    public void Reopen()
    {
        if (Status == RoundStatus.Draft)
        {
            throw new BrokenRule("assessment.rule.not-established");
        }

        (Status, EstablishedOn, establishing) = (RoundStatus.Draft, null, true);
    }

    public void MustBeDraft()
    {
        if (Status == RoundStatus.Established)
        {
            throw new BrokenRule("assessment.rule.established");
        }
    }

    /// <summary>The scenario is one of the round's, in a round that is still open to judgement.</summary>
    public void MustAssess(string scenarioId)
    {
        MustBeDraft();
        if (!ScenarioIds.Contains(scenarioId))
        {
            throw new NotThere("scenario", scenarioId);
        }
    }
}
