using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;
using Weerbaar.WorkingMethod.Reports.Exports;

namespace Weerbaar.WorkingMethod.Reports.Pages;

/// <summary>One table as a file.</summary>
[SendsFile]
public sealed class ExportModel(WeerbaarDb db, Texts texts, IEnumerable<ExportedTable> tables) : StepPage(db, texts)
{
    public async Task<IActionResult> OnGetAsync(string name, string format, CancellationToken ct)
    {
        var kind = format == "csv" ? TableFormat.Csv : TableFormat.Json;
        var file = await GetTable.HandleAsync(name, kind, tables, Db, ct);
        return File(file, TableFile.MediaTypeOf(kind), $"{name}.{format}");
    }
}
