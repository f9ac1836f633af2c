using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>Whether nothing in a database that was filled from elsewhere is marked above what this installation may hold.</summary>
internal static class UnderCeiling
{
    private static readonly string[] columnsOfMarkings = ["marking", "clearance"];

    /// <exception cref="BadUse">A marking, a clearance or a passage is above the ceiling.</exception>
    public static async Task RequireAsync(WeerbaarDb db, CancellationToken ct)
    {
        foreach (var table in TableShape.Of(db))
        {
            await foreach (var row in TableRows.ReadAsync(db, table, ct))
            {
                if (table.Columns.Zip(row).Any(cell => IsAbove(cell.First, cell.Second, db.Ceiling.Highest)))
                {
                    throw new BadUse($"The table {table.Name} holds something marked above {MarkingWords.Of(db.Ceiling.Highest)}, "
                        + $"the highest marking this installation may hold. Nothing was kept. Restore on a system that is accredited for it, with {MarkingCeiling.Variable} set.");
                }
            }
        }
    }

    private static bool IsAbove(ColumnShape column, object? value, Marking ceiling) => value switch
    {
        string text => Passages.In(text).Any(p => p.Level > ceiling),
        int marking => columnsOfMarkings.Contains(column.Name) && marking > (int)ceiling,
        long marking => columnsOfMarkings.Contains(column.Name) && marking > (long)ceiling,
        _ => false,
    };
}
