using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;
using Weerbaar.WorkingMethod.Reports.Exports;

namespace Weerbaar.WorkingMethod.Reports.Pages;

public sealed class ExportsModel(WeerbaarDb db, Texts texts, IEnumerable<ExportedTable> tables, DepartureDesk desk, ReadAs readAs) : StepPage(db, texts)
{
    /// <summary>Each table, and whether the reader may let all of it out.</summary>
    public IReadOnlyList<(ListTables.View Table, bool MayLeave)> Tables { get; private set; } = [];

    public Marking Ceiling => desk.Ceiling;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await ListTables.HandleAsync(tables, Db, ct);
        var shared = desk.Lets(Db.Clearance) ? all : await readAs.MarkedAsync(desk.Ceiling, null, reader => ListTables.HandleAsync(tables, reader, ct));
        Tables = [.. all.Zip(shared, (table, low) => (table, table.Rows == low.Rows))];
    }
}
