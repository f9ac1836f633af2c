using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Weights;

/// <summary>What is known of the weights of the criteria. Weights are never negative and sum to 1.</summary>
public abstract record WeightModel
{
    /// <summary>How many criteria are weighed.</summary>
    public abstract int Criteria { get; }

    /// <summary>The weights of one chunk of samples.</summary>
    internal abstract WeightDraw Draw(ulong seed, long chunk);

    /// <summary>Throws when there is no criterion.</summary>
    protected static int RequireCriteria(int criteria) => criteria >= 1
        ? criteria
        : throw new ArgumentOutOfRangeException(nameof(criteria), criteria, "Weights need at least one criterion.");
}

/// <summary>Draws the weights of sixteen samples at a time.</summary>
internal abstract class WeightDraw
{
    /// <summary>Fills <paramref name="weights"/>, one vector a criterion, from the uniform source or an own sequence.</summary>
    internal abstract void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        where TLanes : struct, IUniformLanes;
}
