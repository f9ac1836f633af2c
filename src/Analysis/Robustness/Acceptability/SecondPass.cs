using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>What the second pass found.</summary>
internal sealed record SecondPassResult(long Samples, double?[] Confidence, ValueSummary[] Values);

/// <summary>
/// A second, smaller pass on its own stream, once the central weights are known. Confidence factors: for each
/// alternative that was ever first, how often it is first at its central weights; rivals are tried strongest first and
/// only as long as they can still win. Also a histogram of each value for its quantiles.
/// </summary>
internal sealed unsafe class SecondPass : IDisposable
{
    private const int ChunkSize = 1024;
    private const int Bins = 2048;
    private const int Lanes = RandomLanes.Lanes;

    private readonly ScorePlan plan;
    private readonly ulong seed;
    private readonly Rivals?[] rivals;
    private readonly int alternatives;
    private readonly int criteria;
    private readonly Vector512<float>* scores;
    private readonly Vector512<float>[] weights;
    private readonly Vector512<float>[] joint;
    private readonly float[][] centralWeights;
    private readonly long[] firsts;
    private readonly uint* bins;

    private SecondPass(ScorePlan plan, ulong seed, Rivals?[] rivals, double[]?[] central)
    {
        (this.plan, this.seed, this.rivals) = (plan, seed, rivals);
        (alternatives, criteria) = (plan.Input.Alternatives, plan.Input.Criteria);
        scores = (Vector512<float>*)NativeMemory.AlignedAlloc((nuint)(64L * alternatives * criteria), 64);
        (weights, joint) = (new Vector512<float>[criteria], new Vector512<float>[plan.Joint.Count + 1]);
        centralWeights = new float[alternatives][];
        for (var i = 0; i < alternatives; i++)
        {
            centralWeights[i] = Single(central[i]);
        }

        firsts = new long[alternatives];
        bins = (uint*)NativeMemory.AllocZeroed((nuint)(alternatives * Bins), sizeof(uint));
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(scores);
        NativeMemory.Free(bins);
    }

    internal static SecondPassResult Run(ScorePlan plan, SamplingPlan sampling, AcceptabilityTally tally, double[]?[] central, IProgress<double>? progress, CancellationToken cancel)
    {
        var samples = Math.Min(SamplesFor(plan.Input), tally.Samples);
        var chunks = (samples + ChunkSize - 1) / ChunkSize;
        var (firsts, bins) = (new long[plan.Input.Alternatives], new uint[plan.Input.Alternatives * Bins]);
        var rivals = new Rivals?[central.Length];
        for (var i = 0; i < central.Length; i++)
        {
            rivals[i] = central[i] is { } weights ? Rivals.Of(plan.Input, weights) : null;
        }

        Chunks.ForEach(
            0,
            chunks,
            sampling.Threads,
            () => new SecondPass(plan, sampling.Seed, rivals, central),
            (pass, chunk) => pass.Run(chunk, (int)Math.Min(ChunkSize, samples - (chunk * ChunkSize))),
            pass =>
            {
                pass.AddTo(firsts, bins);
            },
            progress,
            cancel);
        var histogram = new ValueHistogram(plan.Input.Lowest, plan.Input.Highest, Bins, samples);
        var (confidence, values) = (new double?[firsts.Length], new ValueSummary[firsts.Length]);
        for (var i = 0; i < firsts.Length; i++)
        {
            confidence[i] = central[i] is null ? null : firsts[i] / (double)samples;
            values[i] = histogram.Summarise(bins.AsSpan(i * Bins, Bins));
        }

        return new(samples, confidence, values);
    }

    private static float[] Single(double[]? numbers)
    {
        var single = new float[numbers?.Length ?? 0];
        for (var k = 0; k < single.Length; k++)
        {
            single[k] = (float)numbers![k];
        }

        return single;
    }

    // 32 768 samples, standard error at most 0.003, up to 1200 scores; then fewer, down to 8192 and 0.0055.
    internal static long SamplesFor(AcceptabilityInput input) =>
        Math.Clamp(38_400L / (input.Alternatives * input.Criteria), 8, 32) * ChunkSize;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTo(long[] allFirsts, uint[] allBins)
    {
        for (var k = 0; k < allFirsts.Length; k++)
        {
            allFirsts[k] += firsts[k];
        }

        for (var k = 0; k < allBins.Length; k++)
        {
            allBins[k] += bins[k];
        }
    }

    private void Run(long chunk, int samples)
    {
        var lanes = new RandomLanes(seed, StreamPurpose.Confidence, chunk);
        var draw = plan.Input.Weights.Draw(seed ^ 0x5851F42D4C957F2D, chunk);
        for (var at = 0; at < samples; at += Lanes)
        {
            var valid = Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(samples - at));
            draw.Fill(ref lanes, weights);
            plan.Joint.Fill(ref lanes, joint.AsSpan(0, plan.Joint.Count));
            fixed (Vector512<float>* together = joint)
            {
                for (var i = 0; i < alternatives; i++)
                {
                    ScoreLanes.Fill(plan, i, ref lanes, together, scores + (i * criteria));
                }
            }

            CountValues(Math.Min(Lanes, samples - at));
            CountFirsts(valid.AsSingle());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountValues(int valid)
    {
        var range = plan.Input.Highest - plan.Input.Lowest;
        var (perUnit, start) = (Vector512.Create((float)(range > 0 ? Bins / range : 0)), Vector512.Create((float)plan.Input.Lowest));
        var found = stackalloc int[Lanes];
        for (var i = 0; i < alternatives; i++)
        {
            var own = bins + (i * Bins);
            var sum = Value(i);
            var place = Vector512.MinNative(Vector512.MaxNative((sum - start) * perUnit, Vector512<float>.Zero), Vector512.Create(Bins - 1f));
            Vector512.ConvertToInt32Native(place).Store(found);
            for (var lane = 0; lane < valid; lane++)
            {
                own[found[lane]]++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Value(int alternative)
    {
        var own = scores + (alternative * criteria);
        var sum = Vector512<float>.Zero;
        if (NarrowLanes.AreUsed)
        {
            fixed (Vector512<float>* given = weights)
            {
                NarrowLanes.Weigh((float*)given, (float*)own, criteria, fromZero: true, (float*)&sum);
            }

            return sum;
        }

        for (var m = 0; m < criteria; m++)
        {
            sum = Vector512.FusedMultiplyAdd(weights[m], own[m], sum);
        }

        return sum;
    }

    private void CountFirsts(Vector512<float> valid)
    {
        for (var i = 0; i < alternatives; i++)
        {
            if (rivals[i] is { } others)
            {
                firsts[i] += BitOperations.PopCount(Standing(i, others, valid).ExtractMostSignificantBits());
            }
        }
    }

    // Four rivals at a time, for a sum waits for itself; one's own value is not above itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<float> Standing(int alternative, Rivals others, Vector512<float> standing)
    {
        var (order, most) = (others.Sequence, others.Most);
        fixed (float* given = centralWeights[alternative])
        {
            var (mine, _, _, _) = At(given, alternative, alternative, alternative, alternative);
            for (var k = 0; k < order.Length && (standing & Vector512.LessThan(mine, Vector512.Create(most[k]))) != Vector512<float>.Zero; k += Rivals.Group)
            {
                var (a, b, c, d) = At(given, order[k], order[k + 1], order[k + 2], order[k + 3]);
                var highest = Vector512.MaxNative(Vector512.MaxNative(a, b), Vector512.MaxNative(c, d));
                standing = Vector512.AndNot(standing, Vector512.GreaterThan(highest, mine));
            }
        }

        return standing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector512<float> A, Vector512<float> B, Vector512<float> C, Vector512<float> D) At(float* given, int a, int b, int c, int d)
    {
        if (NarrowLanes.AreUsed)
        {
            return (Alike(given, a), Alike(given, b), Alike(given, c), Alike(given, d));
        }

        var (sumA, sumB, sumC, sumD) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (var m = 0; m < criteria; m++)
        {
            var weight = Vector512.Create(given[m]);
            sumA = Vector512.FusedMultiplyAdd(weight, scores[(a * criteria) + m], sumA);
            sumB = Vector512.FusedMultiplyAdd(weight, scores[(b * criteria) + m], sumB);
            sumC = Vector512.FusedMultiplyAdd(weight, scores[(c * criteria) + m], sumC);
            sumD = Vector512.FusedMultiplyAdd(weight, scores[(d * criteria) + m], sumD);
        }

        return (sumA, sumB, sumC, sumD);
    }

    private Vector512<float> Alike(float* given, int alternative)
    {
        Vector512<float> sum;
        NarrowLanes.WeighAlike(given, (float*)(scores + (alternative * criteria)), criteria, (float*)&sum);
        return sum;
    }
}
