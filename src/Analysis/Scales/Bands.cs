namespace Weerbaar.Analysis.Scales;

/// <summary>What the edges of the bands are measured in.</summary>
public enum BandMeasure
{
    /// <summary>The place on the class scale that the value function turns into the overall value: for base b and top n, k = n + log_b(V).</summary>
    Level,

    /// <summary>The overall value itself.</summary>
    Value,
}

/// <summary>How the overall value is turned back into a class.</summary>
/// <param name="Edges">One fewer than there are classes, rising; on an edge it is the higher class.</param>
public sealed record Bands(BandMeasure Measure, IReadOnlyList<double> Edges, Provenance Provenance)
{
    /// <summary>The class of an overall value; "not applicable" for 0.</summary>
    public ImpactClass Of(double value, ValueFunction function, ImpactScale scale)
    {
        if (value == 0)
        {
            return scale.NotApplicable;
        }

        var place = Measure == BandMeasure.Level ? function.LevelOf(value, scale.Top) : value;
        return scale.At(1 + Edges.Count(edge => place >= edge));
    }

    /// <summary>The overall value that stands for a class given directly: that of the class, or the geometric middle of its band.</summary>
    public double Representative(ImpactClass given, ValueFunction function, ImpactScale scale)
    {
        if (Measure == BandMeasure.Level || !given.Applies)
        {
            return function.Of(given.Level, scale.Top);
        }

        var (first, last) = (given.Level == 1, given.Level == scale.Top);
        var from = first ? Edges[0] * Edges[0] / Edges[1] : Edges[given.Level - 2];
        var to = last ? Edges[^1] * Edges[^1] / Edges[^2] : Edges[given.Level - 1];
        return Math.Sqrt(from * to);
    }
}
