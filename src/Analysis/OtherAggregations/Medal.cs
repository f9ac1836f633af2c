namespace Weerbaar.Analysis.OtherAggregations;

/// <summary>
/// The medal table: whoever has more criteria in the highest class comes first, ties by the next class and so on.
/// Whole numbers only, so the comparison is exact. One of the aggregations tried in the Dutch national risk assessment of 2008.
/// </summary>
public static class Medal
{
    /// <summary>Number of criteria in each class.</summary>
    /// <param name="classes">Class of every criterion, 0 (none) to <paramref name="highest"/>.</param>
    /// <param name="highest">Number of the highest class; 5 for A to E.</param>
    /// <returns>Counts from the highest class down to class 1; class 0 counts for nothing.</returns>
    public static int[] Table(ReadOnlySpan<int> classes, int highest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(highest, 1);
        var counts = new int[highest];
        foreach (var number in classes)
        {
            if (number < 0 || number > highest)
            {
                throw new ArgumentOutOfRangeException(nameof(classes), $"Class {number} is not between 0 and {highest}.");
            }

            if (number > 0)
            {
                counts[highest - number]++;
            }
        }

        return counts;
    }

    /// <summary>Above 0 when the first table comes higher, below 0 when the second does, 0 when they are equal.</summary>
    public static int Compare(ReadOnlySpan<int> one, ReadOnlySpan<int> other) =>
        one.Length == other.Length
            ? one.SequenceCompareTo(other)
            : throw new ArgumentException("Both tables must have the same classes.");

    /// <summary>Rank of each table, 1 for the highest; equal tables share the better rank.</summary>
    public static int[] Ranks(IReadOnlyList<int[]> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return [.. tables.Select(table => 1 + tables.Count(other => Compare(other, table) > 0))];
    }
}
