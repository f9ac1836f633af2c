using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>Draws the scores that move together: standard normals, mixed, each turned into its own distribution.</summary>
internal sealed class JointPlan
{
    private static readonly Normal standard = new(0, 1);

    private readonly QuantileTable? normal;
    private readonly Group[] groups;

    internal JointPlan(AcceptabilityInput input)
    {
        groups = input.Dependences.Count == 0 ? [] : [.. input.Dependences.Select(d => new Group(d.Sources, Shares(d), [.. d.Inputs.Select(i => new NormalScoreTable(input.Scores[i]))]))];
        Array.ForEach(groups, g => Count += g.Tables.Length);
        normal = Count > 0 ? new QuantileTable(standard) : null;
    }

    /// <summary>How many scores are drawn here.</summary>
    internal int Count { get; private set; }

    internal void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> scores)
        where TLanes : struct, IUniformLanes
    {
        var place = 0;
        foreach (var (sources, shares, tables) in groups)
        {
            var drawn = new Vector512<float>[sources];
            for (var s = 0; s < sources; s++)
            {
                drawn[s] = normal!.At(lanes.Next());
            }

            for (var i = 0; i < tables.Length; i++)
            {
                scores[place++] = tables[i].At(Mix(drawn, shares[i]));
            }
        }
    }

    private static Vector512<float> Mix(Vector512<float>[] drawn, float[] shares)
    {
        var sum = Vector512<float>.Zero;
        for (var s = 0; s < shares.Length; s++)
        {
            sum = Vector512.FusedMultiplyAdd(drawn[s], Vector512.Create(shares[s]), sum);
        }

        return sum;
    }

    private static float[][] Shares(Dependence d) =>
        [.. d.Inputs.Select((_, i) => Enumerable.Range(0, d.Sources).Select(s => (float)d.Share(i, s)).ToArray())];

    private sealed record Group(int Sources, float[][] Shares, NormalScoreTable[] Tables);

    /// <summary>A distribution seen from a standard normal score, straight lines between 4097 points from −6.5 to 6.5.</summary>
    private sealed class NormalScoreTable
    {
        private const int Cells = 4096;
        private const float End = 6.5f;

        private readonly float[] values;

        internal NormalScoreTable(Distribution distribution) => values =
            [.. Enumerable.Range(0, Cells + 2).Select(k => (float)ValueAt(distribution, (Math.Min(k, Cells) * 2.0 * End / Cells) - End))];

        internal Vector512<float> At(Vector512<float> scores)
        {
            Span<float> values16 = stackalloc float[16];
            for (var lane = 0; lane < values16.Length; lane++)
            {
                var at = Math.Clamp((scores[lane] + End) * (Cells / (2 * End)), 0, Cells);
                var cell = (int)at;
                values16[lane] = values[cell] + ((at - cell) * (values[cell + 1] - values[cell]));
            }

            return Vector512.Create<float>(values16);
        }

        private static double ValueAt(Distribution d, double score) => d.Quantile(Elementary.NormalCdf(score));
    }
}
