using System.CommandLine;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Leaving;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal export</c>: the journal for a system that watches over security.</summary>
internal static class ExportJournalVerb
{
    public static Command Verb()
    {
        var format = new Option<string>("--format") { Description = "jsonl or cloudevents", DefaultValueFactory = _ => "jsonl" };
        var since = new Option<string?>("--since") { Description = "The last number you have, or a day or moment to begin at" };
        var verb = new Command("export", "Write the journal line by line, the oldest first.\nExample: weerbaar journal export --format cloudevents --since 1200 --recipient JenV >> events.jsonl")
        {
            format, since, ConsoleDeparture.To, ConsoleDeparture.Preview, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (chosen, settings) = (FormatOf(parsed.GetValue(format)!), DataOptions.Settings(parsed));
            return OpenDatabase.ExistingAsync(settings, async (db, services) =>
            {
                var choice = await JournalExport.ChooseAsync(db, chosen, parsed.GetValue(since), ct);
                if (await ConsoleDeparture.OfAsync(parsed, services, WriteAsync, ct) is not { } departure)
                {
                    return 0;
                }

                await departure.RecordAsync(ct);
                await WriteAsync(parsed.InvocationConfiguration.Output);
                await parsed.InvocationConfiguration.Error.WriteLineAsync(departure.Words);
                return 0;

                async Task WriteAsync(TextWriter output)
                {
                    await foreach (var line in JournalExport.LinesAsync(db, chosen, choice, settings.EventSource, ct))
                    {
                        await output.WriteLineAsync(line);
                    }
                }
            }, ct);
        });
        return verb;
    }

    private static JournalFormat FormatOf(string format) => format switch
    {
        "jsonl" => JournalFormat.Jsonl,
        "cloudevents" => JournalFormat.CloudEvents,
        _ => throw new BadUse($"There is no format '{format}'. Choose from jsonl, cloudevents."),
    };
}
