using System.CommandLine;
using System.Text;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal checkpoint</c>, <c>public-key</c> and <c>rotate-key</c>: what the journal is signed with.</summary>
internal static class CheckpointVerb
{
    public static Command Verb()
    {
        var file = new Option<string?>("--out") { Description = "A file to add the checkpoint to, as a line; keep it on another machine" };
        var verb = new Command("checkpoint", "Sign the head of the journal as it is now.\nExample: weerbaar journal checkpoint --out /mnt/elsewhere/checkpoints.jsonl")
        {
            file, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            await KnownKeys.IntroduceAsync(db, services.GetRequiredService<CheckpointKey>(), ct);
            var line = (await JournalCheckpoint.MakeAsync(db, ct))!.Line();
            if (parsed.GetValue(file) is { } named)
            {
                await AddAsync(named, line, ct);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return 0;
        }, ct));
        return verb;
    }

    public static Command PublicKey()
    {
        var verb = new Command("public-key", "Print the public key that checkpoints are checked with.\nExample: weerbaar journal public-key > journal-key.pub") { DataOptions.Data, DataOptions.Database };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (_, services) =>
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(services.GetRequiredService<CheckpointKey>().PublicPem);
            return 0;
        }, ct));
        return verb;
    }

    public static Command Rotate()
    {
        var verb = new Command("rotate-key", "Make a new key for checkpoints; old and new vouch for each other in the journal. Start the program anew afterwards.\nExample: weerbaar journal rotate-key --data ~/weerbaar") { DataOptions.Data, DataOptions.Database };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            var key = services.GetRequiredService<CheckpointKey>();
            BadUse.Unless(key.MayBeMade, $"WEERBAAR_JOURNAL_KEY names the key at {key.Place}, so it is not this program's to replace. Leave the setting out to have a key in the data folder.");
            using var next = await KnownKeys.RotateAsync(db, key, ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Checkpoints are signed by {next.Id} from here on; {key.Id} signed those before. Start the program anew, and keep the new public key (weerbaar journal public-key).");
            return 0;
        }, ct));
        return verb;
    }

    private static async Task AddAsync(string file, string line, CancellationToken ct)
    {
        await using var disk = File.Exists(file) ? new FileStream(file, FileMode.Append) : PrivateFile.Create(file);
        await disk.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), ct);
        disk.Flush(flushToDisk: true);
    }
}
