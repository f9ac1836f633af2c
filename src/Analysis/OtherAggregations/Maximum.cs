namespace Weerbaar.Analysis.OtherAggregations;

/// <summary>The worst criterion decides: one very serious consequence is not made up for by many mild ones.</summary>
public static class Maximum
{
    /// <summary>The highest of the values.</summary>
    /// <param name="values">Values of the criteria, finite; at least one.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There is no value to take the highest of.", nameof(values));
        }

        var highest = double.NegativeInfinity;
        foreach (var value in values)
        {
            highest = double.IsFinite(value) ? Math.Max(highest, value) : throw new ArgumentException("Values must be finite.", nameof(values));
        }

        return highest;
    }
}
