using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Bench;

/// <summary>The random numbers of a run and nothing else: every score and weight is drawn, none is used.</summary>
internal static unsafe class DrawnScores
{
    internal static void Draw(AcceptabilityInput input, SamplingPlan plan)
    {
        var (scores, weights) = (new ScorePlan(input), new Vector512<float>[input.Criteria]);
        var drawn = (Vector512<float>*)NativeMemory.AlignedAlloc((nuint)(64 * input.Criteria), 64);
        for (var chunk = 0L; chunk < plan.Chunks; chunk++)
        {
            var lanes = new RandomLanes(plan.Seed, StreamPurpose.Samples, chunk);
            var draw = input.Weights.Draw(plan.Seed, chunk);
            for (var at = 0; at < plan.SizeOf(chunk); at += RandomLanes.Lanes)
            {
                draw.Fill(ref lanes, weights);
                for (var i = 0; i < input.Alternatives; i++)
                {
                    ScoreLanes.Fill(scores, i, ref lanes, null, drawn);
                }
            }
        }

        NativeMemory.AlignedFree(drawn);
    }
}
