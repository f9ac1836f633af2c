using System.CommandLine;
using System.Text;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary><c>weerbaar report</c>: the findings report of a round as PDF or HTML.</summary>
internal static class ReportVerb
{
    public static Command Verb()
    {
        var round = new Argument<string>("round") { Description = "The id of the round" };
        var file = new Option<string>("--out") { Description = "The file to write: its name ends in .pdf or .html", Required = true };
        var language = new Option<string>("--lang") { Description = "nl or en", DefaultValueFactory = _ => "nl" };
        var verb = new Command("report", "Write the findings report of a round.\nExample: weerbaar report nl-2012.risk-assessment --out findings.pdf --lang en --marking public")
        {
            round, file, language, PastOption.On, EditionOptions.Marking, ConsoleDeparture.To, ConsoleDeparture.Preview, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (id, named) = (parsed.GetValue(round)!, parsed.GetValue(file)!);
            var to = FileOf(named);
            var edition = new Edition(EditionOptions.MarkingOf(parsed), LanguageOf(parsed.GetValue(language)!));
            return PastOption.RunAsync(parsed, async (_, services) =>
            {
                if (await WriteAsync(id, to, edition, parsed, services, ct) is { } departure)
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync($"Wrote {named}. {departure.Words}");
                }

                return 0;
            }, ct);
        });
        return verb;
    }

    private static OutputFile FileOf(string file) => Path.GetExtension(file) is ".pdf" or ".html"
        ? new OutputFile(file)
        : throw new BadUse($"Can't write {file}: give it a name that ends in .pdf or .html.");

    private static string LanguageOf(string language) => Edition.Languages.Contains(language)
        ? language
        : throw new BadUse($"There is no report in '{language}'. Choose from {string.Join(", ", Edition.Languages)}.");

    private static async Task<ConsoleDeparture?> WriteAsync(string round, OutputFile to, Edition edition, ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var (findings, files) = (services.GetRequiredService<MakeFindings>(), services.GetRequiredService<ReportFiles>());
        try
        {
            var document = await findings.DocumentAsync(round, edition.MarkingWord, edition.Language, parsed.GetValue(ConsoleDeparture.To), ct);
            findings.Leaves(round, document, to.Extension[1..]);
            if (await ConsoleDeparture.OfAsync(parsed, services, output => output.WriteLineAsync(files.Html(document)), ct) is not { } departure)
            {
                return null;
            }

            var content = to.Extension == ".pdf" ? await files.PdfAsync(document, ct) : Encoding.UTF8.GetBytes(files.Html(document));
            await departure.RecordAsync(ct);
            await to.PutAsync(content, ct);
            return departure;
        }
        catch (NotThere missing)
        {
            throw new BadUse($"There is no round '{round}' that this edition may show. Check the id, or choose a higher --marking.", missing);
        }
        catch (Exception trouble) when (trouble is BrowserMissingException or PrintingFailedException)
        {
            throw new BadUse($"Can't print the report: {trouble.Message} A name that ends in .html needs no browser.", trouble);
        }
    }
}
