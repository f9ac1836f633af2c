using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Backup;

/// <summary><c>weerbaar move</c>: everything into another database, proved by content hash; the old one is left as it is.</summary>
internal static class MoveVerb
{
    public static Command Verb()
    {
        var to = new Option<string>("--to") { Description = "sqlite:PATH or postgres:CONNECTIONSTRING, empty", Required = true };
        var verb = new Command("move", "Copy everything into another, empty database and prove that it is the same. Stop the program first.\nExample: weerbaar move --data ~/weerbaar --to \"postgres:Host=db;Database=weerbaar;Username=weerbaar\"")
        {
            to, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var from = DataOptions.Settings(parsed);
            DataOptions.RefusePassword(parsed, to);
            var target = DataOptions.Settings(from.DataFolder, parsed.GetValue(to));
            return OpenDatabase.ExistingAsync(from, (source, _) => OpenDatabase.OrNewAsync(target, async (filled, _) =>
            {
                var tables = await DatabaseCopy.IntoAsync(source, filled, ct);
                await TellAsync(tables, parsed.InvocationConfiguration.Output);
                return 0;
            }, ct), ct);
        });
        return verb;
    }

    private static async Task TellAsync(IReadOnlyList<CopiedTable> tables, TextWriter output)
    {
        foreach (var table in tables)
        {
            await output.WriteLineAsync($"{table.Sha256[..16]}  {table.Rows,8}  {table.Name}");
        }

        await output.WriteLineAsync($"Moved {tables.Count} tables, {tables.Sum(t => t.Rows)} rows. What is there now is what was read, row for row; the journal holds.");
    }
}
