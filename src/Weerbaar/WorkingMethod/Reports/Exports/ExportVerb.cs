using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
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
            folder, format, PastOption.On, EditionOptions.Marking, ConsoleDeparture.To, ConsoleDeparture.Preview, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (chosen, marking, to) = (FormatsOf(parsed.GetValue(format)), EditionOptions.MarkingOf(parsed), parsed.GetValue(folder)!);
            return PastOption.RunAsync(parsed, (db, services) => WriteAsync(to, chosen, marking, parsed, db, services, ct), ct);
        });
        return verb;
    }

    private static async Task ShowAsync(ExportManifest made, string folder, TextWriter output, CancellationToken ct)
    {
        foreach (var file in made.Tables.SelectMany(t => t.Files))
        {
            await output.WriteLineAsync($"{file.Name}:");
            await output.WriteLineAsync(await File.ReadAllTextAsync(Path.Combine(folder, file.Name), ct));
        }
    }

    private static TableFormat[] FormatsOf(string? format) => format is null ? [.. formats.Values]
        : formats.TryGetValue(format, out var one) ? [one]
        : throw new BadUse($"There is no format '{format}'. Choose from {string.Join(", ", formats.Keys)}.");

    private static async Task<int> WriteAsync(
        string folder, TableFormat[] chosen, Marking marking, ParseResult parsed, WeerbaarDb db, IServiceProvider services, CancellationToken ct)
    {
        var (tables, now) = (services.GetServices<ExportedTable>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        ConsoleDeparture? departure = null;
        async Task<bool> LeavesAsync(ExportManifest made, string beside)
        {
            db.Leaves(ExportedFile.Table("all", $"{made.Tables.Count} tables", made.Rows) with { Label = marking });
            departure = await ConsoleDeparture.OfAsync(parsed, services, output => ShowAsync(made, beside, output, ct), ct);
            await (departure?.RecordAsync(ct) ?? Task.CompletedTask);
            return departure is not null;
        }

        try
        {
            var manifest = await services.GetRequiredService<ReadAs>().MarkedAsync(
                marking, parsed.GetValue(ConsoleDeparture.To), reader => ExportFolder.WriteAsync(folder, chosen, tables, reader, now, LeavesAsync, ct));
            if (departure is not null)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Exported {manifest.Tables.Count} tables, {manifest.Rows} rows, to {folder}. {departure.Words}");
            }

            return 0;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUse($"Can't export to '{folder}': {refused.Message} Nothing was written; name a new folder with --out.", refused);
        }
    }
}
