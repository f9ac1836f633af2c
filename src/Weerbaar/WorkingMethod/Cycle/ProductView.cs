using Weerbaar.Platform.Access;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>A product as the API shows it.</summary>
public sealed record ProductView
{
    public required string Id { get; init; }

    public required ProductKind ProductKind { get; init; }

    public required Text Title { get; init; }

    public required DateOnly? Due { get; init; }

    public required Text DueNote { get; init; }

    public required DateOnly? Delivered { get; init; }

    /// <summary>How it stands today.</summary>
    public required DueState State { get; init; }

    public required Text Cadence { get; init; }

    public required string Lead { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static ProductView Of(Product product, DateOnly today) => new()
    {
        Id = product.Id,
        ProductKind = product.ProductKind,
        Title = product.Title,
        Due = product.Due,
        DueNote = product.DueNote,
        Delivered = product.Delivered,
        State = product.StateOn(today),
        Cadence = product.Cadence,
        Lead = product.Lead,
        RestsOn = product.RestsOn,
        Marking = product.Marking,
        Source = product.Source,
        Invented = product.Invented,
        Version = product.Version,
    };
}
