namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>
/// A judgement as a distribution of one number, known by its quantile function (inverse distribution function).
/// Two equal records are the same distribution. Refuses NaN and infinities when made.
/// </summary>
public abstract record Distribution
{
    /// <summary>The value that is not exceeded with probability <paramref name="p"/>; p in [0, 1], non-decreasing in p.
    /// At 0 and 1 the end of the support, which may be infinite.</summary>
    public abstract double Quantile(double p);

    /// <summary>The mean, in the unit of the value.</summary>
    public abstract double Mean { get; }

    /// <summary>Lowest value to reckon with: the end of the support, or what is undershot once in 2³³ draws.</summary>
    public double Lowest => Finite(0, 1.1641532182693481e-10);

    /// <summary>Highest value to reckon with: the end of the support, or what is exceeded once in 2³³ draws.</summary>
    public double Highest => Finite(1, 1 - 1.1641532182693481e-10);

    private double Finite(double end, double nearEnd)
    {
        var value = Quantile(end);
        return double.IsFinite(value) ? value : Quantile(nearEnd);
    }

    /// <summary>Throws when a parameter is not a finite number.</summary>
    protected static void RequireFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number.");
        }
    }

    /// <summary>Throws, naming the parameter, when a condition does not hold.</summary>
    protected static void Require(bool holds, string name, string sentence)
    {
        if (!holds)
        {
            throw new ArgumentException(sentence, name);
        }
    }
}
