using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Uncertainty.Sampling;

/// <summary>The mean of a function of uniform numbers, and its standard error.</summary>
/// <param name="Mean">The estimate.</param>
/// <param name="StandardError">Plain Monte Carlo: spread of the values over √n. Quasi-Monte Carlo: spread of the means of the
/// shifted lattices over the root of their number.</param>
/// <param name="Samples">Values the function was asked for.</param>
public readonly record struct MeanEstimate(double Mean, double StandardError, long Samples)
{
    /// <summary>
    /// Estimates ∫f over the unit cube. Chunks are summed one by one and combined pairwise in their own order, so the
    /// result has the same bits for any number of threads. <paramref name="function"/> must be safe to call from several.
    /// </summary>
    public static MeanEstimate Of(Func<ReadOnlySpan<double>, double> function, int dimensions, SamplingPlan plan, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var sums = new (double Sum, double Squares)[plan.Chunks];
        var lattice = plan.Kind == SamplingKind.QuasiMonteCarlo ? new Lattice(plan.ChunkSize, dimensions, new PartOfProgress(progress, 0, Lattice.ShareOfRun), cancel) : null;
        Chunks.ForEach(0, plan.Chunks, plan.Threads, () => new Worker(function, dimensions), (worker, chunk) => sums[chunk] = worker.Sum(plan, lattice, chunk), _ => { }, new PartOfProgress(progress, lattice is null ? 0 : Lattice.ShareOfRun, 1), cancel);
        var sum = Pairwise([.. sums.Select(s => s.Sum)]);
        var mean = sum / plan.Samples;
        return new(mean, lattice is null ? PlainError(sums, mean, plan.Samples) : ReplicateError(sums, mean, plan), plan.Samples);
    }

    /// <summary>The sum of numbers by halves: rounding grows with the logarithm of their count.</summary>
    public static double Pairwise(ReadOnlySpan<double> numbers) => numbers.Length switch
    {
        0 => 0,
        1 => numbers[0],
        _ => Pairwise(numbers[..(numbers.Length / 2)]) + Pairwise(numbers[(numbers.Length / 2)..]),
    };

    private static double PlainError((double Sum, double Squares)[] sums, double mean, long n) =>
        n < 2 ? double.NaN : Math.Sqrt(Math.Max(0, (Pairwise([.. sums.Select(s => s.Squares)]) / n) - (mean * mean)) / (n - 1));

    private static double ReplicateError((double Sum, double Squares)[] sums, double mean, SamplingPlan plan) =>
        Math.Sqrt(sums.Select(s => (s.Sum / plan.ChunkSize) - mean).Sum(d => d * d) / (sums.Length * (sums.Length - 1.0)));

    private sealed class Worker(Func<ReadOnlySpan<double>, double> function, int dimensions) : IDisposable
    {
        private readonly Vector512<uint>[] words = new Vector512<uint>[dimensions];
        private readonly double[] point = new double[dimensions];

        public void Dispose()
        {
        }

        internal (double Sum, double Squares) Sum(SamplingPlan plan, Lattice? lattice, long chunk)
        {
            if (lattice is null)
            {
                var random = new RandomLanes(plan.Seed, StreamPurpose.Integration, chunk);
                return Sum(ref random, plan.SizeOf(chunk));
            }

            var even = new LatticeLanes(lattice, plan.Seed, chunk);
            return Sum(ref even, plan.SizeOf(chunk));
        }

        private (double Sum, double Squares) Sum<TLanes>(ref TLanes lanes, int samples)
            where TLanes : struct, IUniformLanes
        {
            var (values, squares) = (new double[samples], new double[samples]);
            for (var at = 0; at < samples; at += RandomLanes.Lanes)
            {
                for (var d = 0; d < dimensions; d++)
                {
                    words[d] = lanes.Next();
                }

                lanes.NextSamples();
                for (var lane = 0; lane < Math.Min(RandomLanes.Lanes, samples - at); lane++)
                {
                    values[at + lane] = Value(lane);
                    squares[at + lane] = values[at + lane] * values[at + lane];
                }
            }

            return (Pairwise(values), Pairwise(squares));
        }

        private double Value(int lane)
        {
            for (var d = 0; d < point.Length; d++)
            {
                point[d] = (words[d][lane] + 0.5) / 4294967296.0;
            }

            return function(point);
        }
    }
}
