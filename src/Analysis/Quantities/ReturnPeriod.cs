namespace Weerbaar.Analysis.Quantities;

/// <summary>The mean time between two occurrences, in years: finite and above 0.</summary>
public readonly record struct ReturnPeriod : IComparable<ReturnPeriod>
{
    /// <exception cref="ArgumentOutOfRangeException">The number of years is not above 0, infinite, or not a number.</exception>
    public ReturnPeriod(double years) => Years = Quantities.Years.Check(years, nameof(years));

    public double Years { get; }

    public double Months => Years * 12;

    public static bool operator <(ReturnPeriod left, ReturnPeriod right) => left.Years < right.Years;

    public static bool operator >(ReturnPeriod left, ReturnPeriod right) => left.Years > right.Years;

    public static bool operator <=(ReturnPeriod left, ReturnPeriod right) => left.Years <= right.Years;

    public static bool operator >=(ReturnPeriod left, ReturnPeriod right) => left.Years >= right.Years;

    /// <summary>The probability of at least one occurrence within a period: 1 − exp(−h / T).</summary>
    /// <param name="horizonYears">The period in years, above 0.</param>
    public Probability Within(double horizonYears) =>
        new(-NearZero.ExpMinusOne(-Quantities.Years.Check(horizonYears, nameof(horizonYears)) / Years));

    public int CompareTo(ReturnPeriod other) => Years.CompareTo(other.Years);
}
