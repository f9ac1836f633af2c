namespace Weerbaar.Analysis.Sensitivity;

/// <summary>
/// Nearest point of the simplex at which a linear function is zero, when the size is the largest change of a weight. The
/// lowest value of d·w′ with all changes within t is reached greedily and falls with t; its zero is found by halving down to
/// neighbouring floating-point numbers.
/// </summary>
internal static class LargestChange
{
    /// <inheritdoc cref="SimplexProjection.OntoTie" path="/param"/>
    public static double[] OntoTie(ReadOnlySpan<double> weights, double[] difference)
    {
        var from = weights.ToArray();
        var order = Enumerable.Range(0, from.Length).OrderBy(criterion => difference[criterion]).ToArray();
        var (low, high) = (0.0, 1.0);
        while (low + ((high - low) / 2) is var middle && middle > low && middle < high)
        {
            (low, high) = SmallestWeightChange.Dot(Lowest(from, order, middle), difference) > 0 ? (middle, high) : (low, middle);
        }

        return Lowest(from, order, high);
    }

    /// <summary>The weights with the lowest d·w′ when none may change by more than <paramref name="size"/>: all at their floor, the rest poured in from the lowest d up.</summary>
    private static double[] Lowest(double[] from, int[] order, double size)
    {
        var lowest = new double[from.Length];
        var rest = 1.0;
        for (var i = 0; i < from.Length; i++)
        {
            lowest[i] = Math.Max(0, from[i] - size);
            rest -= lowest[i];
        }

        foreach (var i in order)
        {
            var poured = Math.Clamp(rest, 0, from[i] + size - lowest[i]);
            lowest[i] += poured;
            rest -= poured;
        }

        return lowest;
    }
}
