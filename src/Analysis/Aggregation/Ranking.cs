namespace Weerbaar.Analysis.Aggregation;

/// <summary>
/// The order of scenarios: the highest best overall impact first; of equals the likeliest first.
/// What is equal in both shares a rank, and the ranks after it are skipped (1, 2, 2, 4).
/// </summary>
public static class Ranking
{
    /// <param name="scenarios">Per scenario its best overall impact and its best likelihood, in the same measure for all; no NaN.</param>
    /// <returns>The rank of each, from 1, in the order given.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<(double Impact, double Likelihood)> scenarios)
    {
        if (scenarios.Any(s => double.IsNaN(s.Impact) || double.IsNaN(s.Likelihood)))
        {
            throw new ArgumentException("A scenario without a number cannot be ranked.", nameof(scenarios));
        }

        var ranks = new int[scenarios.Count];
        var order = Enumerable.Range(0, ranks.Length).OrderByDescending(i => scenarios[i]).ToList();
        for (var place = 0; place < order.Count; place++)
        {
            var same = place > 0 && scenarios[order[place]] == scenarios[order[place - 1]];
            ranks[order[place]] = same ? ranks[order[place - 1]] : place + 1;
        }

        return ranks;
    }
}
