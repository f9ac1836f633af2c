using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>Whether it stands in the register as a threat of its own, or as a theme that gathers threats.</summary>
public enum ThreatKind
{
    Threat,
    Theme,
}

/// <summary>The corner of the triangle a development is about: the threat itself, what withstands it, or what is done about it.</summary>
public enum Side
{
    Threat,
    Resilience,
    Approach,
}

public enum Trend
{
    Unknown,
    Up,
    Steady,
    Down,
}

/// <summary>A dated statement of how the threat, the resilience or the approach developed.</summary>
public sealed record Development(DateOnly Date, Side Side, Trend Trend, Text Text, Citation Source);

/// <summary>A threat to national security, or a theme of threats, with the log of its development.</summary>
public sealed class Threat : MarkedObject
{
    private Threat()
    {
    }

    public Threat(string id, ThreatKind threatKind, Text title, Text summary, IReadOnlyList<Text> incidentCategories)
    {
        Id = id;
        Describe(threatKind, title, summary, incidentCategories);
    }

    public override string Kind => "threat";

    public override Permission NeededToWrite => Permission.WriteThreats;

    public ThreatKind ThreatKind { get; private set; }

    public Text Summary { get; private set; } = Text.Empty;

    /// <summary>Kinds of incident in which the threat shows itself.</summary>
    public List<Text> IncidentCategories { get; private set; } = [];

    /// <summary>Developments, newest first.</summary>
    public List<Development> Log { get; private set; } = [];

    public void Describe(ThreatKind threatKind, Text title, Text summary, IReadOnlyList<Text> incidentCategories)
    {
        new InputCheck().Title(title).Prose("summary", summary).ThrowIfAny();
        (ThreatKind, Title, Summary, IncidentCategories) = (threatKind, title, summary, [.. incidentCategories]);
    }

    /// <summary>Adds a development; one that says the same on the same day is refused, so a form posted twice adds it once.</summary>
    public void Add(Development development)
    {
        new InputCheck()
            .Require(!development.Text.IsEmpty, "text", "threats.error.text")
            .Prose("text", development.Text)
            .ThrowIfAny();
        if (Log.Contains(development))
        {
            throw new BrokenRule("threats.rule.said-already");
        }

        Log = [.. Log.Append(development).OrderByDescending(d => d.Date)];
    }
}
