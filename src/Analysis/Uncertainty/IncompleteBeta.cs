namespace Weerbaar.Analysis.Uncertainty;

/// <summary>The regularised incomplete beta function I_x(a, b) and its inverse, for a, b &gt; 0.</summary>
internal readonly record struct IncompleteBeta(double A, double B)
{
    private double LogScale => Elementary.LogGamma(A + B) - Elementary.LogGamma(A) - Elementary.LogGamma(B);

    /// <summary>I_x(a, b): continued fraction (DLMF 8.17.22) on the side where it converges fast.</summary>
    public double At(double x) => At(x, LogScale);

    /// <summary>The x where I_x(a, b) = p: Newton steps kept inside a shrinking bracket; relative error below 1e-12.</summary>
    public double Inverse(double p)
    {
        if (p <= 0 || p >= 1)
        {
            return p <= 0 ? 0 : 1;
        }

        var scale = LogScale;
        var (low, high, x) = (0.0, 1.0, A / (A + B));
        for (var i = 0; i < 400 && high - low > 1e-16 * high; i++)
        {
            var error = At(x, scale) - p;
            (low, high) = error > 0 ? (low, x) : (x, high);
            var next = x - (error / Density(x, scale));
            next = next > low && next < high ? next : 0.5 * (low + high);
            if (Math.Abs(next - x) <= 1e-15 * x)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    private double Density(double x, double scale) =>
        Elementary.Exp(scale + ((A - 1) * Elementary.Log(x)) + ((B - 1) * Elementary.Log(1 - x)));

    private double At(double x, double scale)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Elementary.Exp(scale + (A * Elementary.Log(x)) + (B * Elementary.Log(1 - x)));
        return x < (A + 1) / (A + B + 2)
            ? front * Fraction(A, B, x) / A
            : 1 - (front * Fraction(B, A, 1 - x) / B);
    }

    // Lentz's evaluation of the continued fraction.
    private static double Fraction(double a, double b, double x)
    {
        var (c, d) = (1.0, 1 / Away(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < 500; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            (c, d) = (Away(1 + (even / c)), 1 / Away(1 + (even * d)));
            value *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            (c, d) = (Away(1 + (odd / c)), 1 / Away(1 + (odd * d)));
            value *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double Away(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;
}
