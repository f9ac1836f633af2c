using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;
using Weerbaar.WorkingMethod.Reports.Exports;

namespace Weerbaar.WorkingMethod.Reports.Pages;

public sealed class ExportsModel(WeerbaarDb db, Texts texts, IEnumerable<ExportedTable> tables) : StepPage(db, texts)
{
    public IReadOnlyList<ListTables.View> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Tables = await ListTables.HandleAsync(tables, Db, ct);
}
