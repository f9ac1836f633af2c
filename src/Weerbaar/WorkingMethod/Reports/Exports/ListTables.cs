using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;

namespace Weerbaar.WorkingMethod.Reports.Exports;

/// <summary>Every table that can leave the program, with the number of rows the reader may see.</summary>
public static class ListTables
{
    public sealed record View(string Name, IReadOnlyList<string> Columns, int Rows);

    public static async Task<IReadOnlyList<View>> HandleAsync(IEnumerable<ExportedTable> tables, WeerbaarDb db, CancellationToken ct)
    {
        var views = new List<View>();
        foreach (var table in tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            views.Add(new(table.Name, table.Columns, await table.CountAsync(db, ct)));
        }

        return views;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/tables", async (IEnumerable<ExportedTable> tables, WeerbaarDb db, CancellationToken ct) =>
            {
                var views = await HandleAsync(tables, db, ct);
                return new Listing<View> { Items = views, Total = views.Count };
            })
            .Needs(Permission.Read).WithName("listTables").WithSummary("The tables that can be exported");
}
