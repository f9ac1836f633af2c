namespace Weerbaar.Analysis.Quantities;

/// <summary>
/// ln(1 + x) and exp(x) − 1 that keep their digits for small x, where the plain expressions lose them.
/// Method: W. Kahan's correction of the rounding of 1 + x, as in N. Higham, "Accuracy and Stability of Numerical Algorithms", §1.14.1.
/// </summary>
internal static class NearZero
{
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        if (u == 1)
        {
            return x;
        }

        return u == 0 ? double.NegativeInfinity : Math.Log(u) * x / (u - 1);
    }

    public static double ExpMinusOne(double x)
    {
        var u = Math.Exp(x);
        if (u == 1)
        {
            return x;
        }

        return u - 1 == -1 ? -1 : (u - 1) * x / Math.Log(u);
    }
}
