using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.OtherAggregations;

/// <summary>
/// How probable each class of an ELECTRE TRI-B sorting is when judgements and weights are uncertain (SMAA-TRI: T. Tervonen
/// and others, European Journal of Operational Research 192, 2009, eq. 8: class acceptability indices).
/// </summary>
public static class SmaaTri
{
    /// <summary>
    /// The share of the draws in each class, from 0 ("not applicable") up; standard error √(p(1 − p)/draws). The same bits for
    /// the same seed and stream on any machine.
    /// </summary>
    /// <param name="rule">How a draw gets its class.</param>
    /// <param name="top">Number of the highest class.</param>
    /// <param name="judged">Per criterion the probability of each class, from class 0 to <paramref name="top"/>; each sums to 1.</param>
    /// <param name="weights">Per draw the weights of the criteria, summing to 1; one where the weights are known.</param>
    /// <param name="draws">How many draws, 1 or more; weights are taken in turn.</param>
    /// <param name="seed">Start of the random streams.</param>
    /// <param name="stream">Number of the stream of this scenario, so that scenarios are drawn independently.</param>
    /// <param name="cancel">Stops within a thousand draws.</param>
    public static double[] ClassProbabilities(
        Outranking rule, int top, IReadOnlyList<double[]> judged, IReadOnlyList<double[]> weights, int draws, ulong seed, long stream,
        CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var (sorter, random) = (rule.Sorter(judged.Count, top), new RandomSequence(seed, StreamPurpose.Integration, stream));
        var (counts, levels) = (new int[top + 1], new double[judged.Count]);
        for (var draw = 0; draw < draws; draw++)
        {
            if (draw % 1024 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            for (var criterion = 0; criterion < levels.Length; criterion++)
            {
                levels[criterion] = Level(judged[criterion], random.NextOpen());
            }

            counts[rule.Assign(sorter, levels, weights[draw % weights.Count])]++;
        }

        return [.. counts.Select(count => (double)count / draws)];
    }

    private static int Level(double[] probabilities, double p)
    {
        var (level, upTo) = (0, probabilities[0]);
        while (p > upTo && level < probabilities.Length - 1)
        {
            upTo += probabilities[++level];
        }

        return level;
    }
}
