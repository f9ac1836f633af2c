using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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
        var trusted = await KnownKeys.TrustedAsync(db, [pem], ct);
        var own = await db.Set<JournalCheckpoint>().AsNoTracking().ToListAsync(ct);
        kept.ToList().ForEach(c => RequireSigned(c, trusted, "kept outside"));
        own.Where(c => trusted.ContainsKey(c.KeyId)).ToList().ForEach(c => RequireSigned(c, trusted, "in the database"));
        var check = await JournalChain.VerifyAsync(db, [.. kept, .. own], ct);
        BadUse.Unless(check.Holds, $"The journal does not hold. {check.Finding} {check.Entries} entries before it hold.");
        await output.WriteLineAsync($"The journal holds: {check.Entries} entries, head {check.Head}. Checkpoints: {own.Count} in the database, {kept.Count} kept outside.");
        var strange = own.Where(c => !trusted.ContainsKey(c.KeyId)).Select(c => c.KeyId).Distinct().ToList();
        if (strange.Count > 0)
        {
            await output.WriteLineAsync($"Not checked: signatures by {string.Join(", ", strange)}, which the trusted key does not vouch for. Give that key with --public-key.");
        }

        return 0;
    }

    private static void RequireSigned(JournalCheckpoint checkpoint, IReadOnlyDictionary<string, string> trusted, string where)
    {
        BadUse.Unless(trusted.TryGetValue(checkpoint.KeyId, out var pem), $"The checkpoint at entry {checkpoint.Seq} {where} is signed by {checkpoint.KeyId}, which the trusted key does not vouch for. Give that key with --public-key.");
        BadUse.Unless(CheckpointKey.Verifies(pem, checkpoint.SignedText, checkpoint.Signature), $"The journal does not hold. The checkpoint at entry {checkpoint.Seq} {where} was altered: its signature does not fit.");
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
