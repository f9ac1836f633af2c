namespace Weerbaar.Analysis.Sensitivity;

/// <summary>
/// Nearest point, in straight-line distance, of the simplex at which a linear function is zero. By duality the answer is the
/// projection of w − λd onto the simplex for the one λ that makes d·w′ = 0 (J. Duchi and others, Efficient projections onto
/// the ℓ1-ball, ICML 2008, for the projection itself).
/// </summary>
internal static class SimplexProjection
{
    /// <param name="weights">A point of the simplex with d·w above 0.</param>
    /// <param name="difference">d, with at least one entry below 0.</param>
    public static double[] OntoTie(ReadOnlySpan<double> weights, double[] difference)
    {
        var from = weights.ToArray();
        var (low, high) = (0.0, 1.0);
        while (SmallestWeightChange.Dot(Shifted(from, difference, high), difference) > 0)
        {
            (low, high) = (high, high * 2);
        }

        for (var step = 0; step < 200 && low < high; step++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = SmallestWeightChange.Dot(Shifted(from, difference, middle), difference) > 0 ? (middle, high) : (low, middle);
        }

        return Polished(from, difference, Shifted(from, difference, high));
    }

    /// <summary>Solves the two equations (sum 1, level) exactly for the criteria that keep weight.</summary>
    private static double[] Polished(double[] from, double[] difference, double[] near)
    {
        var kept = Enumerable.Range(0, near.Length).Where(i => near[i] > 0).ToArray();
        var (n, d, dd) = (kept.Length, kept.Sum(i => difference[i]), kept.Sum(i => difference[i] * difference[i]));
        var (w, wd) = (kept.Sum(i => from[i]), kept.Sum(i => from[i] * difference[i]));
        var determinant = (n * dd) - (d * d);
        if (determinant <= 1e-12 * n * dd)
        {
            return near;
        }

        var shift = ((n * wd) - (d * (w - 1))) / determinant;
        var level = (w - 1 - (shift * d)) / n;
        var exact = new double[near.Length];
        foreach (var i in kept)
        {
            exact[i] = from[i] - (shift * difference[i]) - level;
        }

        return exact.Min() >= 0 ? exact : near;
    }

    private static double[] Shifted(double[] from, double[] difference, double lambda)
    {
        var point = new double[from.Length];
        for (var i = 0; i < point.Length; i++)
        {
            point[i] = from[i] - (lambda * difference[i]);
        }

        return OntoSimplex(point);
    }

    private static double[] OntoSimplex(double[] point)
    {
        var sorted = point.OrderDescending().ToArray();
        var (sum, level) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i];
            var candidate = (sum - 1) / (i + 1);
            if (sorted[i] - candidate > 0)
            {
                level = candidate;
            }
        }

        return [.. point.Select(value => Math.Max(0, value - level))];
    }
}
