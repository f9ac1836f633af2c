using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>Two scenarios of a run whose difference is looked at, by index, the higher first.</summary>
public readonly record struct ComparedPair(int Above, int Below)
{
    /// <summary>The two that were chosen; for who was not chosen one of the first two neighbours that are not sure.</summary>
    public static ComparedPair Of(RoundUncertainty result, string? oneId, string? otherId)
    {
        var order = result.Model.Order.ToList();
        var usual = order.Zip(order.Skip(1)).FirstOrDefault(p => result.Ranks.Pairwise[p.First][p.Second] < RoundUncertainty.Sure, (First: order[0], Second: order[1]));
        var one = Place(result, oneId) ?? usual.First;
        var other = Place(result, otherId) is { } chosen && chosen != one ? chosen : one == usual.First ? usual.Second : usual.First;
        return order.IndexOf(one) < order.IndexOf(other) ? new(one, other) : new(other, one);
    }

    /// <summary>The same, strictly.</summary>
    /// <exception cref="InvalidInput">A scenario is not in the run, or both are the same.</exception>
    public static ComparedPair Checked(RoundUncertainty result, string? oneId, string? otherId)
    {
        new InputCheck()
            .Require(oneId is null || Place(result, oneId) is not null, "one", "uncertainty.error.pair", oneId)
            .Require(otherId is null || Place(result, otherId) is not null, "other", "uncertainty.error.pair", otherId)
            .Require(oneId is null || oneId != otherId, "other", "uncertainty.error.pair-same", otherId)
            .Require(result.Scenarios.Count > 1, "one", "uncertainty.error.pair-single")
            .ThrowIfAny();
        return Of(result, oneId, otherId);
    }

    private static int? Place(RoundUncertainty result, string? id) =>
        result.Model.Scenarios.Index().Where(s => s.Item.Id == id).Select(s => (int?)s.Index).FirstOrDefault();
}
