using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal export</c>: the journal for a system that watches over security.</summary>
internal static class ExportJournalVerb
{
    public static Command Verb()
    {
        var format = new Option<string>("--format") { Description = "jsonl or cloudevents", DefaultValueFactory = _ => "jsonl" };
        var since = new Option<string?>("--since") { Description = "The last number you have, or a day or moment to begin at" };
        var verb = new Command("export", "Write the journal line by line, the oldest first.\nExample: weerbaar journal export --format cloudevents --since 1200 >> events.jsonl")
        {
            format, since, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (chosen, (seq, from)) = (FormatOf(parsed.GetValue(format)!), JournalExport.Since(parsed.GetValue(since)));
            var settings = DataOptions.Settings(parsed);
            return OpenDatabase.ExistingAsync(settings, async (db, _) =>
            {
                await foreach (var line in JournalExport.LinesAsync(db, chosen, seq, from, settings.EventSource, ct))
                {
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
                }

                return 0;
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
