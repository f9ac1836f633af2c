using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures;

public enum MeasureStatus
{
    Planned,
    Running,
    Done,
    Stopped,
}

/// <summary>A dated report of how far a measure is.</summary>
public sealed record Progress(DateOnly Date, Text Text, MeasureStatus Status, Citation Source);

/// <summary>What a measure is, who carries it out, and by when.</summary>
public record MeasureDescription
{
    public required Text Title { get; init; }

    public Text Summary { get; init; } = Text.Empty;

    /// <summary>Codes of the organisations that answer for it.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Codes of the organisations that take part.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>The last day; empty when none was set.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What is known of the time besides, or instead of, a day.</summary>
    public Text DueNote { get; init; } = Text.Empty;

    public void Check() => new InputCheck().Title(Title).Prose("summary", Summary).Prose("dueNote", DueNote)
        .Require(!Partners.Intersect(Leads, StringComparer.Ordinal).Any(), "partners", "measures.error.lead-and-partner")
        .ThrowIfAny();
}

/// <summary>Something that is done so that a capability grows or a scenario does less harm.</summary>
public sealed class Measure : MarkedObject
{
    private bool described;

    private Measure()
    {
    }

    public Measure(string id, MeasureDescription description, MeasureStatus status)
    {
        Id = id;
        Describe(description);
        new InputCheck().Require(Enum.IsDefined(status), "status", "measures.error.status").ThrowIfAny();
        Status = status;
    }

    public override string Kind => "measure";

    /// <summary>What it is and who leads is for who writes measures; reporting needs less.</summary>
    public override Permission NeededToWrite => described ? Permission.WriteMeasures : Permission.ReportProgress;

    public override IReadOnlyCollection<string> LedBy() => Leads;

    public Text Summary { get; private set; } = Text.Empty;

    public List<string> Leads { get; private set; } = [];

    public List<string> Partners { get; private set; } = [];

    public DateOnly? Due { get; private set; }

    public Text DueNote { get; private set; } = Text.Empty;

    public MeasureStatus Status { get; private set; }

    /// <summary>Reports, newest first.</summary>
    public List<Progress> Progress { get; private set; } = [];

    /// <summary>A measure asks for a report from this many days before its day.</summary>
    public const int DaysAhead = 30;

    public bool IsOpen => Status is MeasureStatus.Planned or MeasureStatus.Running;

    public bool IsLate(DateOnly today) => IsOpen && Due < today;

    public void Describe(MeasureDescription description)
    {
        description.Check();
        (Title, Summary) = (description.Title, description.Summary);
        (Leads, Partners) = ([.. description.Leads], [.. description.Partners]);
        (Due, DueNote, described) = (description.Due, description.DueNote, true);
    }

    /// <summary>
    /// Adds a report. The newest one says what the status is; one that says the same on the same day is refused, so a
    /// form posted twice reports once.
    /// </summary>
    public void Report(Progress report)
    {
        new InputCheck()
            .Require(!report.Text.IsEmpty, "text", "measures.error.text")
            .Prose("text", report.Text)
            .Require(Enum.IsDefined(report.Status), "status", "measures.error.status")
            .ThrowIfAny();
        if (Progress.Contains(report))
        {
            throw new BrokenRule("measures.rule.reported-already");
        }

        Progress = [.. Progress.Prepend(report).OrderByDescending(p => p.Date)];
        Status = Progress[0].Status;
    }
}
