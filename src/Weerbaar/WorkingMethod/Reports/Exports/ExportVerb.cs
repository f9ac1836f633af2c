using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;

namespace Weerbaar.WorkingMethod.Reports.Exports;

/// <summary><c>weerbaar export</c>: every table as JSON and CSV in a new folder, whole or not at all.</summary>
internal static class ExportVerb
{
    private static readonly Dictionary<string, TableFormat> formats = new(StringComparer.Ordinal) { ["json"] = TableFormat.Json, ["csv"] = TableFormat.Csv };

    public static Command Verb()
    {
        var folder = new Option<string>("--out") { Description = "The folder to make; it must not be there yet, or be empty", Required = true };
        var format = new Option<string?>("--format") { Description = "json or csv; without it both" };
        var verb = new Command("export", "Write every table to a folder, with a manifest: all of it, or nothing.\nExample: weerbaar export --out tables --format csv --marking public")
        {
            folder, format, PastOption.On, EditionOptions.Marking, EditionOptions.Recipient, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (chosen, marking, to, recipient) = (FormatsOf(parsed.GetValue(format)), EditionOptions.MarkingOf(parsed), parsed.GetValue(folder)!, EditionOptions.RecipientOf(parsed));
            return PastOption.RunAsync(
                parsed,
                (db, services) => WriteAsync(to, chosen, marking, recipient, db, services, parsed.InvocationConfiguration.Output, ct), ct);
        });
        return verb;
    }

    private static TableFormat[] FormatsOf(string? format) => format is null ? [.. formats.Values]
        : formats.TryGetValue(format, out var one) ? [one]
        : throw new BadUse($"There is no format '{format}'. Choose from {string.Join(", ", formats.Keys)}.");

    private static async Task<int> WriteAsync(
        string folder, TableFormat[] chosen, Marking marking, string? recipient, WeerbaarDb db, IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var (tables, now) = (services.GetServices<ExportedTable>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        try
        {
            var manifest = await services.GetRequiredService<ReadAs>().MarkedAsync(marking, recipient, reader => ExportFolder.WriteAsync(
                folder, chosen, tables, reader, now, made => db.RecordExportAsync(ExportedFile.Table("all", $"{made.Tables.Count} tables{(recipient is null ? "" : $" → {recipient}")}", made.Rows, marking), ct), ct));
            await output.WriteLineAsync($"Exported {manifest.Tables.Count} tables, {manifest.Rows} rows, marked up to {Edition.WordOf(marking)}, to {folder}.");
            return 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUse($"Can't export to '{folder}': {refused.Message} Nothing was written; name a new folder with --out.", refused);
        }
    }
}
