using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>A round as the API shows it.</summary>
public sealed record RoundView
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required Text Summary { get; init; }

    public required string EditionId { get; init; }

    public required RoundStatus Status { get; init; }

    public required DateOnly? EstablishedOn { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static RoundView Of(Round round) => new()
    {
        Id = round.Id,
        Title = round.Title,
        Summary = round.Summary,
        EditionId = round.EditionId,
        Status = round.Status,
        EstablishedOn = round.EstablishedOn,
        RestsOn = round.RestsOn,
        Marking = round.Marking,
        Source = round.Source,
        Invented = round.Invented,
        Version = round.Version,
    };
}
