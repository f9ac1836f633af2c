using System.CommandLine;
using System.Text.Json;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal verify</c>: proves that nothing in the journal was altered, removed, moved, cut off or rewritten.</summary>
internal static class VerifyVerb
{
    private static readonly Option<string?> checkpoints = new("--checkpoints") { Description = "A file with checkpoints kept outside the database, one a line" };
    private static readonly Option<string?> publicKey = new("--public-key") { Description = "A file with the public key to trust, instead of the one of this installation" };

    public static Command Verb()
    {
        var verify = new Command("verify", "Check every entry of the journal against its hash, its place and the signed checkpoints.\nExample: weerbaar journal verify --checkpoints /mnt/elsewhere/checkpoints.jsonl --data ~/weerbaar")
        {
            checkpoints, publicKey, DataOptions.Data, DataOptions.Database,
        };
        verify.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            var kept = parsed.GetValue(checkpoints) is { } file ? Read(file) : [];
            var pem = parsed.GetValue(publicKey) is { } named ? Text(named) : services.GetRequiredService<CheckpointKey>().PublicPem;
            return await VerifyAsync(db, kept, pem, parsed.InvocationConfiguration.Output, ct);
        }, ct));
        return verify;
    }

    private static async Task<int> VerifyAsync(WeerbaarDb db, IReadOnlyList<JournalCheckpoint> kept, string pem, TextWriter output, CancellationToken ct)
    {
        var found = await SignedJournal.VerifyAsync(db, kept, pem, ct);
        await output.WriteLineAsync($"The journal holds: {found.Chain.Entries} entries, head {found.Chain.Head}. Checkpoints: {found.InDatabase} in the database, {kept.Count} kept outside.");
        if (found.UntrustedKeys.Count > 0)
        {
            await output.WriteLineAsync(found.Unchecked);
        }

        return 0;
    }

    private static List<JournalCheckpoint> Read(string file)
    {
        var lines = Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Select((line, i) => Parse(file, i + 1, line))];
    }

    private static JournalCheckpoint Parse(string file, int number, string line)
    {
        try
        {
            return JournalCheckpoint.Parse(line);
        }
        catch (JsonException wrong)
        {
            throw new BadUse($"{file}, line {number} is no checkpoint: {wrong.Message}", wrong);
        }
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : throw new BadUse($"There is no file {file}.");
}
