namespace Weerbaar.Analysis.Quantities;

/// <summary>
/// A probability, 0 to 1. What period it is about is said where it is converted: the horizon in years of the likelihood scale.
/// Conversions take events to arrive as a Poisson process, so that longer and shorter periods follow from one rate. The default is 0.
/// </summary>
public readonly record struct Probability : IComparable<Probability>
{
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, above 1, or not a number.</exception>
    public Probability(double value)
    {
        Value = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
    }

    public double Value { get; }

    public static bool operator <(Probability left, Probability right) => left.Value < right.Value;

    public static bool operator >(Probability left, Probability right) => left.Value > right.Value;

    public static bool operator <=(Probability left, Probability right) => left.Value <= right.Value;

    public static bool operator >=(Probability left, Probability right) => left.Value >= right.Value;

    /// <summary>The geometric mean √(a·b): the middle of an interval on a logarithmic axis.</summary>
    public static Probability MiddleOf(Probability a, Probability b) => new(Math.Sqrt(a.Value) * Math.Sqrt(b.Value));

    /// <summary>The probability over another period: 1 − (1 − P)^(to / from).</summary>
    /// <param name="fromYears">The period this probability is about, in years, above 0.</param>
    /// <param name="toYears">The period asked for, in years, above 0.</param>
    public Probability Over(double fromYears, double toYears)
    {
        Years.Check(fromYears, nameof(fromYears));
        Years.Check(toYears, nameof(toYears));
        return new(Math.Clamp(-NearZero.ExpMinusOne(toYears / fromYears * NearZero.LogOnePlus(-Value)), 0, 1));
    }

    /// <summary>The probability of at least one occurrence in a year: 1 − (1 − P)^(1/h).</summary>
    public Probability PerYear(double horizonYears) => Over(horizonYears, 1);

    /// <summary>The mean time between occurrences: −h / ln(1 − P).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is 0 or 1: no finite return period above zero belongs to it.</exception>
    public ReturnPeriod ReturnPeriod(double horizonYears)
    {
        Years.Check(horizonYears, nameof(horizonYears));
        return Value is > 0 and < 1
            ? new ReturnPeriod(-horizonYears / NearZero.LogOnePlus(-Value))
            : throw new ArgumentOutOfRangeException(nameof(horizonYears), Value, "A return period belongs to a probability above 0 and below 1.");
    }

    public int CompareTo(Probability other) => Value.CompareTo(other.Value);
}
