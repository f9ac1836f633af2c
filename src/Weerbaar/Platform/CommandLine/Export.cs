using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;
using Weerbaar.WorkingMethod.Reports;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar export</c>: every table as JSON and CSV in a new folder, whole or not at all.</summary>
internal static class Export
{
    private static readonly Dictionary<string, TableFormat> formats = new(StringComparer.Ordinal) { ["json"] = TableFormat.Json, ["csv"] = TableFormat.Csv };

    public static Command Verb()
    {
        var folder = new Option<string>("--out") { Description = "The folder to make; it must not be there yet, or be empty", Required = true };
        var format = new Option<string?>("--format") { Description = "json or csv; without it both" };
        var verb = new Command("export", "Write every table to a folder, with a manifest: all of it, or nothing.\nExample: weerbaar export --out tables --format csv --marking public")
        {
            folder, format, EditionOptions.Marking, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (chosen, marking) = (FormatsOf(parsed.GetValue(format)), EditionOptions.MarkingOf(parsed));
            return Console.WithDatabaseAsync(
                EditionOptions.Existing(parsed), (db, services) => WriteAsync(parsed.GetValue(folder)!, chosen, marking, db, services, ct), ct);
        });
        return verb;
    }

    private static TableFormat[] FormatsOf(string? format) => format is null ? [.. formats.Values]
        : formats.TryGetValue(format, out var one) ? [one]
        : throw new BadUse($"There is no format '{format}'. Choose from {string.Join(", ", formats.Keys)}.");

    private static async Task<int> WriteAsync(
        string folder, TableFormat[] chosen, Marking marking, WeerbaarDb db, IServiceProvider services, CancellationToken ct)
    {
        var (tables, now) = (services.GetServices<ExportedTable>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        try
        {
            var manifest = await services.GetRequiredService<ReadAs>().MarkedAsync(
                marking, reader => ExportFolder.WriteAsync(folder, chosen, tables, reader, now, ct));
            var rows = manifest.Tables.Sum(t => t.Rows);
            await db.RecordAsync(new Change("tables.export", $"{manifest.Tables.Count} tables ({rows})"), "table", "all", marking, ct);
            await System.Console.Out.WriteLineAsync($"Exported {manifest.Tables.Count} tables, {rows} rows, marked up to {Edition.WordOf(marking)}, to {folder}.");
            return 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadUse($"Can't export to {folder}: {refused.Message} Nothing was written; name a new folder with --out.");
        }
    }
}
