namespace Weerbaar.Analysis.Scales;

/// <summary>Reads a rising table backwards: straight lines between the entries, the outer lines drawn on beyond them.</summary>
internal static class Between
{
    /// <param name="entries">At least two, rising.</param>
    /// <param name="scale">How the axis runs: as it is, or logarithmic.</param>
    /// <returns>The place in the table, 0 for the first entry.</returns>
    public static double Level(IReadOnlyList<double> entries, double value, Func<double, double> scale)
    {
        var i = 0;
        while (i < entries.Count - 2 && value >= entries[i + 1])
        {
            i++;
        }

        var (from, to) = (scale(entries[i]), scale(entries[i + 1]));
        return i + ((scale(value) - from) / (to - from));
    }
}
