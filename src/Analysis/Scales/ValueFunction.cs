namespace Weerbaar.Analysis.Scales;

/// <summary>
/// What a class counts for in the overall impact. Rises with the level; "not applicable" (level 0) counts 0.
/// Deterministic; the result is from 0 to 1, or money.
/// </summary>
public abstract record ValueFunction
{
    /// <summary>How it is named on the command line and in stored results: <c>base3</c>, <c>linear</c>, <c>table</c>, <c>money</c>.</summary>
    public abstract string Id { get; }

    public abstract Words Name { get; }

    /// <summary>Null when values lie between 0 and 1; otherwise the currency they are in, such as EUR.</summary>
    public virtual string? Currency => null;

    /// <param name="level">0 to <paramref name="top"/>.</param>
    /// <param name="top">The level of the highest class.</param>
    public double Of(int level, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, top);
        return level == 0 ? 0 : OfClass(level, top);
    }

    /// <summary>The inverse of <see cref="Of"/>, between and beyond the classes too; −∞ for 0 where the function never gets there.</summary>
    public abstract double LevelOf(double value, int top);

    /// <summary>
    /// One class below the lowest, by the ratio of the two lowest: where "not applicable" is drawn on a logarithmic axis, and
    /// what it counts for where values are multiplied and a 0 would wipe out the rest.
    /// </summary>
    public double BelowLowest(int top)
    {
        var (first, second) = (Of(1, top), Of(Math.Min(2, top), top));
        return first * Math.Min(0.5, first / second);
    }

    /// <summary>The value functions a caller may choose by name: <c>linear</c>, <c>base3</c>, <c>base10</c>; or null.</summary>
    public static ValueFunction? Find(string id) => id switch
    {
        "linear" => new LinearValue(),
        "base3" => new ExponentialValue(3),
        "base10" => new ExponentialValue(10),
        _ => null,
    };

    private protected abstract double OfClass(int level, int top);
}
