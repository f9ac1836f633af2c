using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>An advice to strengthen a capability, or a line of work that was already running.</summary>
public enum AdviceKind
{
    Advice,
    Line,
}

/// <summary>A link of the safety chain, from taking away causes to recovery.</summary>
public enum SafetyPhase
{
    Proaction,
    Prevention,
    Preparation,
    Response,
    Aftercare,
}

/// <summary>What an advice says: which capability, where in the safety chain, and who takes the lead.</summary>
public record AdviceDescription
{
    public required AdviceKind AdviceKind { get; init; }

    public required Text Title { get; init; }

    public Text Summary { get; init; } = Text.Empty;

    public IReadOnlyList<SafetyPhase> Phases { get; init; } = [];

    /// <summary>Codes of the organisations that take the lead.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Whether it was worked out into measures, or only taken over as it is.</summary>
    public bool Elaborated { get; init; }

    public void Check() => new InputCheck().Title(Title).Prose("summary", Summary)
        .Require(Enum.IsDefined(AdviceKind), "adviceKind", "capabilities.error.kind")
        .Require(Phases.All(Enum.IsDefined) && Phases.Distinct().Count() == Phases.Count, "phases", "capabilities.error.phases")
        .ThrowIfAny();
}

/// <summary>A capability advice: what must be possible so that a scenario does less harm.</summary>
public sealed class CapabilityAdvice : MarkedObject
{
    private CapabilityAdvice()
    {
    }

    public CapabilityAdvice(string id, AdviceDescription description)
    {
        Id = id;
        Describe(description);
    }

    public override string Kind => "advice";

    public override Permission NeededToWrite => Permission.WriteCapabilities;

    public override IReadOnlyCollection<string> LedBy() => Leads;

    public AdviceKind AdviceKind { get; private set; }

    public Text Summary { get; private set; } = Text.Empty;

    /// <summary>In the order of the safety chain.</summary>
    public List<SafetyPhase> Phases { get; private set; } = [];

    public List<string> Leads { get; private set; } = [];

    public bool Elaborated { get; private set; }

    public void Describe(AdviceDescription description)
    {
        description.Check();
        (AdviceKind, Title, Summary) = (description.AdviceKind, description.Title, description.Summary);
        (Phases, Leads, Elaborated) = ([.. description.Phases.Order()], [.. description.Leads], description.Elaborated);
    }
}
