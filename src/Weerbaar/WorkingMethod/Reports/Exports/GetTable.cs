using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;

namespace Weerbaar.WorkingMethod.Reports.Exports;

/// <summary>One table, whole, as far as the reader may see it; the journal says that it left.</summary>
public static class GetTable
{
    public static async Task<byte[]> HandleAsync(
        string name, TableFormat format, IEnumerable<ExportedTable> tables, WeerbaarDb db, CancellationToken ct)
    {
        db.Actor.Need(Permission.Read);
        var table = Find(name, tables);
        using var file = new MemoryStream();
        var rows = await TableFile.WriteAsync(table, format, db, file, ct);
        db.Leaves(ExportedFile.Table(name, TableFile.NameOf(table, format), rows));
        return file.ToArray();
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/tables/{name}", async (string name, IEnumerable<ExportedTable> tables, WeerbaarDb db, CancellationToken ct) =>
            {
                var table = Find(name, tables);
                var rows = new List<IReadOnlyDictionary<string, object?>>();
                await foreach (var row in table.RowsAsync(db, ct))
                {
                    rows.Add(TableFile.Named(table, row));
                }

                db.Leaves(ExportedFile.Table(name, TableFile.NameOf(table, TableFormat.Json), rows.Count));
                return new Listing<IReadOnlyDictionary<string, object?>> { Items = rows, Total = rows.Count };
            })
            .Needs(Permission.Read).Leaves().WithName("getTable").WithSummary("All rows of a table, by the names of its columns");

    private static ExportedTable Find(string name, IEnumerable<ExportedTable> tables) =>
        tables.FirstOrDefault(t => t.Name == name) ?? throw new NotThere("table", name);
}
