using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Weights;

/// <summary>Nothing is known of the weights: uniform on the simplex, as exponentials over their sum
/// (Rubinstein 1982; Tervonen and Lahdelma, EJOR 178, 2007).</summary>
public sealed record UniformWeights : WeightModel
{
    public UniformWeights(int criteria) => Criteria = RequireCriteria(criteria);

    public override int Criteria { get; }

    internal override WeightDraw Draw(ulong seed, long chunk) => new SimplexDraw();

    internal sealed class SimplexDraw : WeightDraw
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        {
            var sum = Vector512<float>.Zero;
            for (var m = 0; m < weights.Length; m++)
            {
                weights[m] = Vector512<float>.Zero - Elementary.Log(UniformLanes.ToUnit(lanes.Next()));
                sum += weights[m];
            }

            var scale = Vector512<float>.One / Vector512.Max(sum, Vector512.Create(1e-30f));
            for (var m = 0; m < weights.Length; m++)
            {
                weights[m] *= scale;
            }
        }
    }
}

/// <summary>Only the order of importance is known: uniform on the weights in that order.</summary>
public sealed record RankOrderWeights : WeightModel
{
    private readonly int[] order;

    /// <param name="order">Every criterion's index once, most important first.</param>
    public RankOrderWeights(IEnumerable<int> order)
    {
        this.order = [.. order];
        RequireCriteria(this.order.Length);
        if (!this.order.Order().SequenceEqual(Enumerable.Range(0, this.order.Length)))
        {
            throw new ArgumentException("An order of importance names every criterion exactly once.", nameof(order));
        }
    }

    public override int Criteria => order.Length;

    public bool Equals(RankOrderWeights? other) => other is not null && order.AsSpan().SequenceEqual(other.order);

    public override int GetHashCode() => HashCode.Combine(order.Length, order[0]);

    internal override WeightDraw Draw(ulong seed, long chunk) => new OrderedDraw(order);

    private sealed class OrderedDraw(int[] order) : WeightDraw
    {
        private readonly UniformWeights.SimplexDraw simplex = new();
        private readonly Vector512<float>[] sorted = new Vector512<float>[order.Length];

        internal override void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        {
            simplex.Fill(ref lanes, sorted);
            for (var end = sorted.Length - 1; end > 0; end--)
            {
                for (var m = 0; m < end; m++)
                {
                    (sorted[m], sorted[m + 1]) = (Vector512.Max(sorted[m], sorted[m + 1]), Vector512.Min(sorted[m], sorted[m + 1]));
                }
            }

            for (var m = 0; m < sorted.Length; m++)
            {
                weights[order[m]] = sorted[m];
            }
        }
    }
}

/// <summary>The weights are given: a profile, or equal weights.</summary>
public sealed record FixedWeights : WeightModel
{
    private readonly double[] values;

    /// <param name="weights">Numbers of at least 0, one above it; divided by their sum.</param>
    public FixedWeights(IEnumerable<double> weights)
    {
        values = [.. weights];
        RequireCriteria(values.Length);
        var sum = values.Sum();
        if (!values.All(w => w >= 0) || !(sum > 0 && double.IsFinite(sum)))
        {
            throw new ArgumentException("Weights must be at least 0, not all 0, and have a finite sum.", nameof(weights));
        }

        values = [.. values.Select(w => w / sum)];
    }

    /// <summary>The weights, summing to 1.</summary>
    public IReadOnlyList<double> Values => values;

    public override int Criteria => values.Length;

    /// <summary>Every criterion the same.</summary>
    public static FixedWeights Equal(int criteria) => new(Enumerable.Repeat(1.0, RequireCriteria(criteria)));

    public bool Equals(FixedWeights? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override int GetHashCode() => HashCode.Combine(values.Length, values[0]);

    internal override WeightDraw Draw(ulong seed, long chunk) => new FixedDraw(values);

    private sealed class FixedDraw(double[] values) : WeightDraw
    {
        internal override void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        {
            for (var m = 0; m < values.Length; m++)
            {
                weights[m] = Vector512.Create((float)values[m]);
            }
        }
    }
}
