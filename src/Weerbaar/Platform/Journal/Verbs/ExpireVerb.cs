using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal expire</c>: removes the content of entries whose time is over by the rules in the data folder.</summary>
internal static class ExpireVerb
{
    public static Command Verb()
    {
        var verb = new Command("expire", $"Remove the content of entries that {RetentionRules.FileName} in the data folder says are over; the chain still holds.\nExample: weerbaar journal expire --data ~/weerbaar")
        {
            DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var settings = DataOptions.Settings(parsed);
            var rules = RetentionRules.In(settings.DataFolder);
            BadUse.Unless(rules.Days.Count > 0, $"There are no rules: write {RetentionRules.FileName} in {settings.DataFolder}, such as {{ \"read.\": 365 }} to keep for a year what was read and searched.");
            return OpenDatabase.ExistingAsync(settings, async (db, services) =>
            {
                var removed = await JournalRetention.ApplyAsync(db, rules, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Removed the content of {removed} entries. Their headings and hashes stay; the journal says which they were.");
                return 0;
            }, ct);
        });
        return verb;
    }
}
