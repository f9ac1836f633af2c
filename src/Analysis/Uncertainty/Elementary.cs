using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Uncertainty;

/// <summary>
/// Logarithm, exponential, gamma, beta and normal functions from IEEE additions, multiplications, divisions and square
/// roots alone, so that a sample has the same bits on every machine. Relative error is below 1e-14 unless said otherwise.
/// </summary>
public static class Elementary
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    private static readonly double[] logTerms = [1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3];

    /// <summary>Natural logarithm; −∞ at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var exponent = Math.ILogB(x);
        var m = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(x) & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (exponent < -1022)
        {
            m = Math.ScaleB(x, -exponent);
        }

        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        var f = (m - 1) / (m + 1);
        var square = f * f;
        var series = 0.0;
        foreach (var term in logTerms)
        {
            series = square * (series + term);
        }

        return (exponent * Ln2High) + ((2 * f * (1 + series)) + (exponent * Ln2Low));
    }

    /// <summary>Logarithm to base 10.</summary>
    public static double Log10(double x) => Log(x) / 2.302585092994046;

    /// <summary>Logarithm to base 2.</summary>
    public static double Log2(double x) => Log(x) / 0.6931471805599453;

    /// <summary>The exponential; 0 below −745, +∞ above 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(x > -745.2) || x > 709.79)
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        var k = Math.Floor((x * 1.4426950408889634) + 0.5);
        var r = x - (k * Ln2High) - (k * Ln2Low);
        var sum = 1.0;
        for (var i = 14; i >= 1; i--)
        {
            sum = 1 + (r * sum / i);
        }

        return Math.ScaleB(sum, (int)k);
    }

    /// <summary><paramref name="b"/> to the power <paramref name="x"/>, for b &gt; 0.</summary>
    public static double Pow(double b, double x) => Exp(x * Log(b));

    /// <summary>Sine for |x| up to about 2, by its power series.</summary>
    public static double Sin(double x)
    {
        var square = x * x;
        var sum = 1.0;
        for (var i = 24; i >= 2; i -= 2)
        {
            sum = 1 - (square * sum / (i * (i + 1.0)));
        }

        return x * sum;
    }

    /// <summary>Density of the standard normal.</summary>
    public static double NormalDensity(double z) => 0.3989422804014327 * Exp(-0.5 * z * z);

    /// <summary>P(Z ≤ z) of the standard normal; series inside ±3 (Marsaglia 2004), continued fraction outside.</summary>
    public static double NormalCdf(double z)
    {
        if (Math.Abs(z) > 3)
        {
            var tail = NormalTail(Math.Abs(z));
            return z < 0 ? tail : 1 - tail;
        }

        var term = z;
        var sum = z;
        for (var i = 3; i < 160 && Math.Abs(term) > 1e-18; i += 2)
        {
            term *= z * z / i;
            sum += term;
        }

        return 0.5 + (NormalDensity(z) * sum);
    }

    /// <summary>Inverse of <see cref="NormalCdf"/> for 0 &lt; p &lt; 1: Acklam's rational start, then one Halley step.</summary>
    public static double NormalQuantile(double p)
    {
        if (!(p > 0 && p < 1))
        {
            return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        }

        if (p > 0.5)
        {
            return -NormalQuantile(1 - p);
        }

        var x = p < 0.02425 ? TailStart(p) : CentreStart(p - 0.5);
        var error = (NormalCdf(x) - p) / NormalDensity(x);
        return x - (error / (1 + (0.5 * x * error)));
    }

    /// <summary>Logarithm of the gamma function for x &gt; 0: Stirling's series after shifting x above 12.</summary>
    public static double LogGamma(double x)
    {
        var product = 1.0;
        while (x < 12)
        {
            product *= x++;
        }

        var inverse = 1 / (x * x);
        var series = ((((((-691.0 / 360360 * inverse) + (1.0 / 1188)) * inverse) - (1.0 / 1680)) * inverse) + (1.0 / 1260)) * inverse;
        series = (((series - (1.0 / 360)) * inverse) + (1.0 / 12)) / x;
        return ((x - 0.5) * Log(x)) - x + 0.9189385332046728 + series - Log(product);
    }

    /// <summary>Sixteen natural logarithms of numbers in (0, 1]; relative error below 3e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Log(Vector512<float> x)
    {
        var shifted = x.AsInt32() - Vector512.Create(0x3F3504F3);
        var exponent = Vector512.ShiftRightArithmetic(shifted, 23);
        var m = ((shifted & Vector512.Create(0x007FFFFF)) + Vector512.Create(0x3F3504F3)).AsSingle();
        var f = (m - Vector512<float>.One) / (m + Vector512<float>.One);
        var square = f * f;
        var series = Vector512.FusedMultiplyAdd(square, Vector512.Create(2f / 9f), Vector512.Create(2f / 7f));
        series = Vector512.FusedMultiplyAdd(square, series, Vector512.Create(2f / 5f));
        series = Vector512.FusedMultiplyAdd(square, series, Vector512.Create(2f / 3f));
        series = Vector512.FusedMultiplyAdd(square, series, Vector512.Create(2f));
        return Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(exponent), Vector512.Create(0.6931472f), f * series);
    }

    private static double NormalTail(double z)
    {
        var fraction = 0.0;
        for (var i = 120; i >= 1; i--)
        {
            fraction = i / (z + fraction);
        }

        return NormalDensity(z) / (z + fraction);
    }

    private static double TailStart(double p)
    {
        var q = Math.Sqrt(-2 * Log(p));
        var above = (((((((((-7.784894002430293e-03 * q) - 3.223964580411365e-01) * q) - 2.400758277161838) * q) - 2.549732539343734) * q) + 4.374664141464968) * q) + 2.938163982698783;
        var below = (((((((7.784695709041462e-03 * q) + 3.224671290700398e-01) * q) + 2.445134137142996) * q) + 3.754408661907416) * q) + 1;
        return above / below;
    }

    private static double CentreStart(double q)
    {
        var r = q * q;
        var above = (((((((((-3.969683028665376e+01 * r) + 2.209460984245205e+02) * r) - 2.759285104469687e+02) * r) + 1.383577518672690e+02) * r) - 3.066479806614716e+01) * r) + 2.506628277459239;
        var below = (((((((((-5.447609879822406e+01 * r) + 1.615858368580409e+02) * r) - 1.556989798598866e+02) * r) + 6.680131188771972e+01) * r) - 1.328068155288572e+01) * r) + 1;
        return above * q / below;
    }
}
