using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;
using Weerbaar.WorkingMethod.Reports.Exports;

namespace Weerbaar.WorkingMethod.Reports.Pages;

public sealed class ExportsModel(WeerbaarDb db, Texts texts, IEnumerable<ExportedTable> tables, DepartureDesk desk) : StepPage(db, texts)
{
    /// <summary>Each table, and whether the reader may let all of it out.</summary>
    public IReadOnlyList<(ListTables.View Table, bool MayLeave)> Tables { get; private set; } = [];

    public Marking Ceiling => desk.Ceiling;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var byName = tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        List<(ListTables.View, bool)> found = [];
        foreach (var table in await ListTables.HandleAsync(tables, Db, ct))
        {
            found.Add((table, await desk.LetsAsync(byName[table.Name], ct)));
        }

        Tables = found;
    }
}
