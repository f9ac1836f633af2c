using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>A capability advice as the API shows it.</summary>
public sealed record AdviceView : AdviceDescription
{
    public required string Id { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static AdviceView Of(CapabilityAdvice advice) => new()
    {
        Id = advice.Id,
        AdviceKind = advice.AdviceKind,
        Title = advice.Title,
        Summary = advice.Summary,
        Phases = advice.Phases,
        Leads = advice.Leads,
        Elaborated = advice.Elaborated,
        RestsOn = advice.RestsOn,
        Marking = advice.Marking,
        Source = advice.Source,
        Invented = advice.Invented,
        Version = advice.Version,
    };
}
