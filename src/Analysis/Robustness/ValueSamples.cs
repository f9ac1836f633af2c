using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Acceptability;
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

    /// <summary>Per alternative its values, <paramref name="samples"/> of them; the same bits for the same seed.</summary>
    public static double[][] Draw(AcceptabilityInput input, int samples, ulong seed, CancellationToken cancel = default)
    {
        if (samples < 1 || samples * (long)input.Alternatives > MostNumbers)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples, $"Draw at least 1 sample and at most {MostNumbers} values over all alternatives.");
        }

        var values = Enumerable.Range(0, input.Alternatives).Select(_ => new double[samples]).ToArray();
        var plan = new ScorePlan(input);
        var memory = (Vector512<float>*)NativeMemory.AlignedAlloc((nuint)(64 * (input.Criteria + plan.Joint.Count + 1)), 64);
        try
        {
            for (var from = 0; from < samples; from += 1024)
            {
                cancel.ThrowIfCancellationRequested();
                Chunk(plan, seed, from, memory, values);
            }
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }

        return values;
    }

    private static void Chunk(ScorePlan plan, ulong seed, int from, Vector512<float>* scores, double[][] values)
    {
        var lanes = new RandomLanes(seed, StreamPurpose.Samples, from / 1024);
        var draw = plan.Input.Weights.Draw(seed, from / 1024);
        var weights = new Vector512<float>[plan.Input.Criteria];
        var joint = scores + plan.Input.Criteria;
        for (var at = from; at < Math.Min(from + 1024, values[0].Length); at += RandomLanes.Lanes)
        {
            draw.Fill(ref lanes, weights);
            plan.Joint.Fill(ref lanes, new Span<Vector512<float>>(joint, plan.Joint.Count));
            for (var i = 0; i < values.Length; i++)
            {
                ScoreLanes.Fill(plan, i, ref lanes, joint, scores);
                Put(weights, scores, values[i].AsSpan(at, Math.Min(RandomLanes.Lanes, values[i].Length - at)));
            }
        }
    }

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
