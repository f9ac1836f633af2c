using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>A decision as the API shows it.</summary>
public sealed record DecisionView : DecisionDescription
{
    public required string Id { get; init; }

    /// <summary>The round it was taken on.</summary>
    [ObjectIds]
    public required string? Basis { get; init; }

    public required BasisState BasisState { get; init; }

    /// <summary>The hash of what the round said when the decision was taken, of the scenarios its reader may see.</summary>
    public required string? BasisHash { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static DecisionView Of(BoundDecision bound) => Of(bound.Decision, bound);

    private static DecisionView Of(Decision decision, BoundDecision bound) => new()
    {
        Id = decision.Id,
        Title = decision.Title,
        Date = decision.Date,
        Body = decision.Body,
        Text = decision.Text,
        Adopts = decision.Adopts,
        Basis = decision.BasisId,
        BasisState = bound.State,
        BasisHash = bound.Hash,
        RestsOn = decision.RestsOn,
        Marking = decision.Marking,
        Source = decision.Source,
        Invented = decision.Invented,
        Version = decision.Version,
    };
}
