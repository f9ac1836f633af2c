using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>Turns counts into the measures and their errors.</summary>
internal sealed class Summary(AcceptabilityInput input, SamplingPlan sampling, AcceptabilityTally tally)
{
    private readonly int n = input.Alternatives;
    private readonly double samples = tally.Samples;

    internal AcceptabilityResult With(SecondPassResult second)
    {
        var acceptability = Rows((i, r) => tally.Ranks[(i * n) + r] / samples);
        var key = new ValueKey(input);
        return new AcceptabilityResult
        {
            Samples = tally.Samples,
            RankAcceptability = acceptability,
            CentralWeights = CentralWeights(),
            Confidence = second.Confidence,
            HolisticIndex = [.. acceptability.Select(Holistic)],
            Pairwise = Rows((i, j) => i == j ? 0.5 : i < j ? Win(i, j) : 1 - Win(j, i)),
            RankEntropy = [.. acceptability.Select(Entropy)],
            MeanValue = [.. tally.ValueSteps.Select(s => key.Highest - (((s / samples) + (key.Step > 0 ? 0.5 : 0)) * key.Step))],
            Values = second.Values,
            StandardError = Errors(second),
        };
    }

    /// <summary>The largest standard error of a rank acceptability.</summary>
    internal double Largest() => Enumerable.Range(0, n * n).Max(k => Error(tally.Ranks, tally.RankSquares, k));

    private AcceptabilityErrors Errors(SecondPassResult second) => new()
    {
        Largest = Largest(),
        RankAcceptability = Rows((i, r) => Error(tally.Ranks, tally.RankSquares, (i * n) + r)),
        Pairwise = Rows((i, j) => i == j ? 0 : Error(tally.Wins, tally.WinSquares, i < j ? (i * n) + j : (j * n) + i)),
        CentralWeights = CentralErrors(),
        Confidence = [.. second.Confidence.Select(p => p is { } c ? Math.Sqrt(c * (1 - c) / second.Samples) : (double?)null)],
        MeanValue = [.. second.Values.Select(v => v.Deviation / Math.Sqrt(samples))],
        SecondPassSamples = second.Samples,
    };

    private double Win(int i, int j) => tally.Wins[(i * n) + j] / samples;

    private double Error(long[] counts, long[] squares, int k)
    {
        var p = counts[k] / samples;
        if (sampling.Kind == SamplingKind.MonteCarlo || tally.Replicates < 2)
        {
            return Math.Sqrt(p * (1 - p) / samples);
        }

        // Exact in whole numbers: R·Σc² − (Σc)² is never negative.
        var spread = (Int128)tally.Replicates * squares[k] - ((Int128)counts[k] * counts[k]);
        return Math.Sqrt((double)spread / (tally.Replicates - 1)) / samples;
    }

    internal double[]?[] CentralWeights() => PerFirst((i, m, first) => tally.Central[(i * input.Criteria) + m] / 16777216.0 / first);

    private double[]?[] CentralErrors() => PerFirst((i, m, first) =>
    {
        var mean = tally.Central[(i * input.Criteria) + m] / 16777216.0 / first;
        var square = tally.CentralSquares[(i * input.Criteria) + m] / 4294967296.0 / first;
        return Math.Sqrt(Math.Max(0, square - (mean * mean)) / first);
    });

    private double[]?[] PerFirst(Func<int, int, double, double> cell) => [.. Enumerable.Range(0, n).Select(i => tally.Ranks[i * n] is var first && first == 0
        ? null
        : Enumerable.Range(0, input.Criteria).Select(m => cell(i, m, first)).ToArray())];

    private double[][] Rows(Func<int, int, double> cell) =>
        [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => cell(i, j)).ToArray())];

    // Rank-order centroid weights, so that the last rank has 0: α_r ∝ Σ_{k ≥ r} 1/k over the n − 1 ranks before the last.
    private static double Holistic(double[] ranks)
    {
        var (sum, weight, first) = (0.0, 0.0, Enumerable.Range(1, Math.Max(1, ranks.Length - 1)).Sum(k => 1.0 / k));
        for (var r = Math.Max(1, ranks.Length - 1); r >= 1; r--)
        {
            weight += 1.0 / r;
            sum += ranks[r - 1] * weight / first;
        }

        return sum;
    }

    private static double Entropy(double[] ranks) => 0 - ranks.Where(p => p > 0).Sum(p => p * Elementary.Log2(p));
}
