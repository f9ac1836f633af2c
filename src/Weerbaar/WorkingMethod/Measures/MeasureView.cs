using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>A measure as the API shows it.</summary>
public sealed record MeasureView : MeasureDescription
{
    public required string Id { get; init; }

    public required MeasureStatus Status { get; init; }

    public required IReadOnlyList<Progress> Progress { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static MeasureView Of(Measure measure) => new()
    {
        Id = measure.Id,
        Title = measure.Title,
        Summary = measure.Summary,
        Leads = measure.Leads,
        Partners = measure.Partners,
        Due = measure.Due,
        DueNote = measure.DueNote,
        Status = measure.Status,
        Progress = measure.Progress,
        RestsOn = measure.RestsOn,
        Marking = measure.Marking,
        Source = measure.Source,
        Invented = measure.Invented,
        Version = measure.Version,
    };
}
