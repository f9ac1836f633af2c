using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>A threat as the API shows it.</summary>
public sealed record ThreatView
{
    public required string Id { get; init; }

    public required ThreatKind ThreatKind { get; init; }

    public required Text Title { get; init; }

    public required Text Summary { get; init; }

    public required IReadOnlyList<Text> IncidentCategories { get; init; }

    public required IReadOnlyList<Development> Log { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static ThreatView Of(Threat threat) => new()
    {
        Id = threat.Id,
        ThreatKind = threat.ThreatKind,
        Title = threat.Title,
        Summary = threat.Summary,
        IncidentCategories = threat.IncidentCategories,
        Log = threat.Log,
        RestsOn = threat.RestsOn,
        Marking = threat.Marking,
        Source = threat.Source,
        Invented = threat.Invented,
        Version = threat.Version,
    };
}
