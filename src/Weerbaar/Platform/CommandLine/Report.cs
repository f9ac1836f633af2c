using System.CommandLine;
using System.Text;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Printing;
using Weerbaar.WorkingMethod.Reports;
using Weerbaar.WorkingMethod.Reports.Document;
using Weerbaar.WorkingMethod.Reports.Findings;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar report</c>: the findings report of a round as PDF or HTML.</summary>
internal static class Report
{
    public static Command Verb()
    {
        var round = new Argument<string>("round") { Description = "The id of the round" };
        var file = new Option<string>("--out") { Description = "The file to write: its name ends in .pdf or .html", Required = true };
        var language = new Option<string>("--lang") { Description = "nl or en", DefaultValueFactory = _ => "nl" };
        var verb = new Command("report", "Write the findings report of a round.\nExample: weerbaar report nl-2012.risk-assessment --out findings.pdf --lang en --marking public")
        {
            round, file, language, EditionOptions.Marking, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (id, path) = (parsed.GetValue(round)!, FileOf(parsed.GetValue(file)!));
            var edition = new Edition(EditionOptions.MarkingOf(parsed), LanguageOf(parsed.GetValue(language)!));
            return EditionOptions.AnsweringAsync(id, () => Console.WithDatabaseAsync(
                EditionOptions.Existing(parsed), (_, services) => WriteAsync(id, path, edition, services, ct), ct));
        });
        return verb;
    }

    private static string FileOf(string file)
    {
        var path = Path.GetFullPath(file);
        return Path.GetExtension(path) is not (".pdf" or ".html") ? throw new BadUse($"Can't write {file}: give it a name that ends in .pdf or .html.")
            : Directory.Exists(path) ? throw new BadUse($"Can't write {file}: that is a folder.")
            : Directory.Exists(Path.GetDirectoryName(path)) ? path
            : throw new BadUse($"Can't write {file}: its folder is not there.");
    }

    private static string LanguageOf(string language) => Edition.Languages.Contains(language)
        ? language
        : throw new BadUse($"There is no report in '{language}'. Choose from {string.Join(", ", Edition.Languages)}.");

    private static async Task<int> WriteAsync(string round, string path, Edition edition, IServiceProvider services, CancellationToken ct)
    {
        var findings = services.GetRequiredService<MakeFindings>();
        var document = await findings.DocumentAsync(round, edition.MarkingWord, edition.Language, ct);
        var content = await ContentAsync(Path.GetExtension(path), document, services.GetRequiredService<ReportFiles>(), ct);
        await PutAsync(path, content, ct);
        await findings.RecordAsync(round, document, Path.GetExtension(path)[1..], ct);
        await System.Console.Out.WriteLineAsync($"Wrote {path}, marked {edition.MarkingWord}.");
        return 0;
    }

    private static async Task<byte[]> ContentAsync(string extension, ReportDocument document, ReportFiles files, CancellationToken ct)
    {
        try
        {
            return extension == ".pdf" ? await files.PdfAsync(document, ct) : Encoding.UTF8.GetBytes(files.Html(document));
        }
        catch (Exception trouble) when (trouble is BrowserMissingException or PrintingFailedException)
        {
            throw new BadUse($"{trouble.Message} HTML needs no browser: give --out a name that ends in .html.");
        }
    }

    /// <summary>Written beside and then put in place, so that what stood there stays whole until the new one is.</summary>
    private static async Task PutAsync(string path, byte[] content, CancellationToken ct)
    {
        var beside = $"{path}.partial-{Environment.ProcessId}";
        try
        {
            await File.WriteAllBytesAsync(beside, content, ct);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new BadUse($"Can't write {path}: {refused.Message}");
        }
    }
}
