namespace Weerbaar.Analysis.OtherAggregations;

/// <summary>
/// ELECTRE TRI-B on classes: the profile at the bottom of a class has that class on every criterion, and thresholds count
/// classes.
/// </summary>
/// <param name="Cut">Credibility from which a scenario reaches a profile, in [0.5, 1].</param>
/// <param name="IsCareful">The highest class that is reached (pessimistic rule); otherwise the one below the lowest profile that is strictly preferred (optimistic rule).</param>
/// <param name="Thresholds">The same on every criterion, in classes.</param>
public sealed record Outranking(double Cut, bool IsCareful, OutrankingThresholds Thresholds)
{
    /// <summary>What sorts scenarios on so many criteria into classes 0 ("not applicable") to <paramref name="top"/>.</summary>
    public ElectreTri Sorter(int criteria, int top) => new(
        [.. Enumerable.Repeat(Thresholds, criteria)],
        [.. Enumerable.Range(1, top).SelectMany(level => Enumerable.Repeat((double)level, criteria))]);

    /// <summary>The class of a scenario, 0 for none.</summary>
    /// <param name="sorter">As <see cref="Sorter"/> makes it.</param>
    /// <param name="levels">Its class on every criterion, as a number.</param>
    /// <param name="weights">Weights, 0 or more, summing to 1.</param>
    public int Assign(ElectreTri sorter, ReadOnlySpan<double> levels, ReadOnlySpan<double> weights) =>
        IsCareful ? sorter.Pessimistic(levels, weights, Cut) : sorter.Optimistic(levels, weights, Cut);
}
