using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness;

/// <summary>
/// Samples of the values themselves, for areas in the risk diagram, bands and quantiles on any axis. Sample k of all
/// alternatives comes from the same draw, so dependences are kept.
/// </summary>
public static unsafe class ValueSamples
{
    /// <summary>Most numbers held at once: alternatives × samples.</summary>
    public const long MostNumbers = 100_000_000;

    private const int ChunkSize = 1024;

    /// <summary>Per alternative its values, <paramref name="samples"/> of them; the same bits for the same seed.</summary>
    public static double[][] Draw(AcceptabilityInput input, int samples, ulong seed, CancellationToken cancel = default)
    {
        if (samples < 1 || samples * (long)input.Alternatives > MostNumbers)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples, $"Draw at least 1 sample and at most {MostNumbers} values over all alternatives.");
        }

        var values = Enumerable.Range(0, input.Alternatives).Select(_ => new double[samples]).ToArray();
        Fill(input, values, samples, seed, 1, null, cancel);
        return values;
    }

    /// <summary>
    /// The same into arrays of the caller, one for each alternative and each with room for <paramref name="samples"/>
    /// values; the same bits for any number of threads.
    /// </summary>
    public static void Fill(AcceptabilityInput input, double[][] values, int samples, ulong seed, int threads, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (values.Length != input.Alternatives || values.Any(v => v.Length < samples))
        {
            throw new ArgumentException($"{input.Alternatives} arrays of {samples} values are needed.", nameof(values));
        }

        var plan = new ScorePlan(input);
        Chunks.ForEach(0, (samples + ChunkSize - 1L) / ChunkSize, threads, () => new Worker(plan), (worker, chunk) => worker.Fill(values, samples, seed, (int)chunk), _ => { }, progress, cancel);
    }

    private sealed class Worker(ScorePlan plan) : IDisposable
    {
        private readonly Vector512<float>* scores = (Vector512<float>*)NativeMemory.AlignedAlloc((nuint)(64 * (plan.Input.Criteria + plan.Joint.Count + 1)), 64);
        private readonly Vector512<float>[] weights = new Vector512<float>[plan.Input.Criteria];

        public void Dispose() => NativeMemory.AlignedFree(scores);

        internal void Fill(double[][] values, int samples, ulong seed, int chunk)
        {
            var lanes = new RandomLanes(seed, StreamPurpose.Samples, chunk);
            var draw = plan.Input.Weights.Draw(seed, chunk);
            var joint = scores + weights.Length;
            for (var at = chunk * ChunkSize; at < Math.Min((chunk + 1) * ChunkSize, samples); at += RandomLanes.Lanes)
            {
                draw.Fill(ref lanes, weights);
                plan.Joint.Fill(ref lanes, new Span<Vector512<float>>(joint, plan.Joint.Count));
                for (var i = 0; i < values.Length; i++)
                {
                    ScoreLanes.Fill(plan, i, ref lanes, joint, scores);
                    Put(weights, scores, values[i].AsSpan(at, Math.Min(RandomLanes.Lanes, samples - at)));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put(Vector512<float>[] weights, Vector512<float>* scores, Span<double> into)
    {
        var sum = Vector512<float>.Zero;
        for (var m = 0; m < weights.Length; m++)
        {
            sum = Vector512.FusedMultiplyAdd(weights[m], scores[m], sum);
        }

        for (var lane = 0; lane < into.Length; lane++)
        {
            into[lane] = sum[lane];
        }
    }
}
