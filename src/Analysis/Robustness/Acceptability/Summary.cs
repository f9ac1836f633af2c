using System.Numerics;
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
            HolisticIndex = Each(i => Holistic(acceptability[i])),
            Pairwise = Rows((i, j) => i == j ? 0.5 : i < j ? Win(i, j) : 1 - Win(j, i)),
            RankEntropy = Each(i => Entropy(acceptability[i])),
            MeanValue = Each(i => key.Highest - (((tally.ValueSteps[i] / samples) + (key.Step > 0 ? 0.5 : 0)) * key.Step)),
            Values = second.Values,
            StandardError = Errors(second),
        };
    }

    /// <summary>The largest standard error of a rank acceptability.</summary>
    internal double Largest()
    {
        var largest = 0.0;
        for (var k = 0; k < n * n; k++)
        {
            largest = Math.Max(largest, Error(tally.Ranks, tally.RankSquares, k));
        }

        return largest;
    }

    private AcceptabilityErrors Errors(SecondPassResult second) => new()
    {
        Largest = Largest(),
        RankAcceptability = Rows((i, r) => Error(tally.Ranks, tally.RankSquares, (i * n) + r)),
        Pairwise = Rows((i, j) => i == j ? 0 : Error(tally.Wins, tally.WinSquares, i < j ? (i * n) + j : (j * n) + i)),
        CentralWeights = CentralErrors(),
        Confidence = ConfidenceErrors(second),
        MeanValue = Each(i => HasLattices ? ValueError(i) : second.Values[i].Deviation / Math.Sqrt(samples)),
        SecondPassSamples = second.Samples,
    };

    private double?[] ConfidenceErrors(SecondPassResult second)
    {
        var errors = new double?[n];
        for (var i = 0; i < n; i++)
        {
            errors[i] = second.Confidence[i] is { } c ? Math.Sqrt(c * (1 - c) / second.Samples) : null;
        }

        return errors;
    }

    private double Win(int i, int j) => tally.Wins[(i * n) + j] / samples;

    private double Error(long[] counts, long[] squares, int k)
    {
        var p = counts[k] / samples;
        if (!HasLattices)
        {
            return Math.Sqrt(p * (1 - p) / samples);
        }

        return Math.Sqrt((double)Spread(counts[k], squares[k]) / (tally.Replicates - 1)) / samples;
    }

    // Exact in whole numbers: R·Σc² − (Σc)² is never negative.
    private Int128 Spread(long count, long square) => ((Int128)tally.Replicates * square) - ((Int128)count * count);

    internal double[]?[] CentralWeights() => PerFirst((i, m, first) => tally.Central[(i * input.Criteria) + m] / 16777216.0 / first);

    private bool HasLattices => sampling.Kind == SamplingKind.QuasiMonteCarlo && tally.Replicates > 1;

    private double ValueError(int i) =>
        tally.ValueLattices.Error(i, tally.Replicates, tally.Samples, (BigInteger)sampling.ChunkSize * sampling.ChunkSize * tally.Replicates) * new ValueKey(input).Step;

    private double[]?[] CentralErrors() => PerFirst((i, m, first) =>
    {
        if (HasLattices)
        {
            return tally.CentralLattices.Error((i * input.Criteria) + m, tally.Replicates, tally.Ranks[i * n], tally.RankSquares[i * n]) / 16777216.0;
        }

        var mean = tally.Central[(i * input.Criteria) + m] / 16777216.0 / first;
        var square = tally.CentralSquares[(i * input.Criteria) + m] / 4294967296.0 / first;
        return Math.Sqrt(Math.Max(0, square - (mean * mean)) / first);
    });

    private double[]?[] PerFirst(Func<int, int, double, double> cell)
    {
        var rows = new double[]?[n];
        for (var i = 0; i < n; i++)
        {
            if (tally.Ranks[i * n] is var first && first > 0)
            {
                rows[i] = Row(input.Criteria, m => cell(i, m, first));
            }
        }

        return rows;
    }

    private double[][] Rows(Func<int, int, double> cell)
    {
        var rows = new double[n][];
        for (var i = 0; i < n; i++)
        {
            rows[i] = Each(j => cell(i, j));
        }

        return rows;
    }

    private double[] Each(Func<int, double> cell) => Row(n, cell);

    private static double[] Row(int length, Func<int, double> cell)
    {
        var row = new double[length];
        for (var k = 0; k < length; k++)
        {
            row[k] = cell(k);
        }

        return row;
    }

    // Rank-order centroid weights, so that the last rank has 0: α_r ∝ Σ_{k ≥ r} 1/k over the n − 1 ranks before the last.
    private static double Holistic(double[] ranks)
    {
        var (sum, weight, first, last) = (0.0, 0.0, 0.0, Math.Max(1, ranks.Length - 1));
        for (var k = 1; k <= last; k++)
        {
            first += 1.0 / k;
        }

        for (var r = last; r >= 1; r--)
        {
            weight += 1.0 / r;
            sum += ranks[r - 1] * weight / first;
        }

        return sum;
    }

    private static double Entropy(double[] ranks)
    {
        var sum = 0.0;
        foreach (var p in ranks)
        {
            sum += p > 0 ? p * Elementary.Log2(p) : 0;
        }

        return 0 - sum;
    }
}
