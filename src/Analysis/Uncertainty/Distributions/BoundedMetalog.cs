using MathNet.Numerics.LinearAlgebra;

namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>
/// A metalog between two bounds, fitted to observations: ln((x − low)/(high − x)) = a₁ + a₂L + a₃(p − ½)L + a₄(p − ½) +
/// a₅(p − ½)² with L = ln(p/(1 − p)) (Keelin, "The metalog distributions", Decision Analysis 13, 2016, eqs. 6 and 11).
/// As many terms as still rise everywhere; two always do.
/// </summary>
public sealed class BoundedMetalog
{
    /// <summary>Most terms of a fit.</summary>
    public const int MostTerms = 5;

    /// <summary>Quantiles of the observations that are fitted.</summary>
    private const int Points = 199;

    private readonly double[] coefficients;

    private BoundedMetalog(double low, double high, double[] coefficients) => (Low, High, this.coefficients) = (low, high, coefficients);

    public double Low { get; }

    public double High { get; }

    /// <summary>a₁, a₂, …, at most <see cref="MostTerms"/>.</summary>
    public IReadOnlyList<double> Coefficients => coefficients;

    /// <param name="rising">Observations in rising order, strictly between the bounds.</param>
    public static BoundedMetalog Fit(ReadOnlySpan<double> rising, double low, double high)
    {
        if (rising.IsEmpty || !(low < rising[0] && rising[^1] < high))
        {
            throw new ArgumentException("A bounded metalog is fitted to at least one observation, all strictly between the bounds.", nameof(rising));
        }

        var observed = Vector<double>.Build.Dense(Points);
        for (var k = 0; k < Points; k++)
        {
            var x = rising[(int)(((k + 0.5) * rising.Length) / Points)];
            observed[k] = Elementary.Log((x - low) / (high - x));
        }

        for (var terms = MostTerms; terms > 2; terms--)
        {
            if (Solve(observed, terms) is var fitted && Rises(fitted))
            {
                return new(low, high, fitted);
            }
        }

        // Where nearly all observations are one value, rounding must not let it fall.
        var two = Solve(observed, 2);
        return new(low, high, [two[0], Math.Max(two[1], 0)]);
    }

    /// <summary>The value below which a share <paramref name="p"/> lies, 0 &lt; p &lt; 1.</summary>
    public double Quantile(double p)
    {
        var odds = Elementary.Exp(Inside(coefficients, p));
        return (Low + (High * odds)) / (1 + odds);
    }

    /// <summary>The density at <see cref="Quantile"/>(<paramref name="p"/>), per unit of the value; +∞ where all is one value.</summary>
    public double Density(double p)
    {
        var odds = Elementary.Exp(Inside(coefficients, p));
        return (1 + odds) * (1 + odds) / ((High - Low) * odds * Slope(coefficients, p));
    }

    private static double[] Solve(Vector<double> observed, int terms) =>
        [.. Matrix<double>.Build.Dense(Points, terms, (k, j) => Term(j, (k + 0.5) / Points)).QR().Solve(observed)];

    private static bool Rises(double[] fitted)
    {
        for (var k = 1; k < 2000; k++)
        {
            if (!(Slope(fitted, k / 2000.0) > 0))
            {
                return false;
            }
        }

        return true;
    }

    private static double Inside(double[] a, double p)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            sum += a[j] * Term(j, p);
        }

        return sum;
    }

    private static double Slope(double[] a, double p)
    {
        var (steep, sum) = (1 / (p * (1 - p)), 0.0);
        for (var j = 1; j < a.Length; j++)
        {
            sum += a[j] * (j switch
            {
                1 => steep,
                2 => ((p - 0.5) * steep) + Elementary.Log(p / (1 - p)),
                3 => 1,
                _ => 2 * (p - 0.5),
            });
        }

        return sum;
    }

    private static double Term(int j, double p) => j switch
    {
        0 => 1,
        1 => Elementary.Log(p / (1 - p)),
        2 => (p - 0.5) * Elementary.Log(p / (1 - p)),
        3 => p - 0.5,
        _ => (p - 0.5) * (p - 0.5),
    };
}
