using System.Globalization;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>
/// The order of scenarios: the highest best overall impact first; of equals the likeliest first.
/// What is equal in both shares a rank, and the ranks after it are skipped (1, 2, 2, 4). Numbers are rounded
/// to twelve digits first: so far adding up the same classes in another order may part them.
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
        var known = scenarios.Select(s => (Impact: Digits(s.Impact), Likelihood: Digits(s.Likelihood))).ToArray();
        var order = Enumerable.Range(0, ranks.Length).OrderByDescending(i => known[i]).ToList();
        for (var place = 0; place < order.Count; place++)
        {
            var same = place > 0 && known[order[place]] == known[order[place - 1]];
            ranks[order[place]] = same ? ranks[order[place - 1]] : place + 1;
        }

        return ranks;
    }

    private static double Digits(double value) =>
        double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
