using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>A journal that holds: against itself, and against checkpoints whose signatures were checked.</summary>
/// <param name="Chain">The chain of entries.</param>
/// <param name="InDatabase">How many checkpoints the database holds.</param>
/// <param name="UntrustedKeys">Keys that signed some of those and that the trusted key does not vouch for: their signatures were not checked.</param>
/// <param name="UntrustedSignLater">An untrusted key signed after the trusted one did, and so not before it: processes have keys of their own, or somebody else signs.</param>
public sealed record SignedJournal(JournalCheck Chain, int InDatabase, IReadOnlyList<string> UntrustedKeys, bool UntrustedSignLater)
{
    /// <summary>What to say of signatures that were not checked; empty when all were.</summary>
    public string Unchecked => UntrustedKeys.Count == 0 ? "" : $"Not checked: signatures by {string.Join(", ", UntrustedKeys)}, which the trusted key does not vouch for. Give that key with --public-key.";

    /// <param name="keptOutside">Checkpoints from elsewhere, besides those in the database.</param>
    /// <param name="publicPem">The key to trust, and with it those tied to it.</param>
    /// <exception cref="BadUse">The journal does not hold; says where and why.</exception>
    public static async Task<SignedJournal> VerifyAsync(WeerbaarDb db, IReadOnlyCollection<JournalCheckpoint> keptOutside, string publicPem, CancellationToken ct)
    {
        var trusted = await KnownKeys.TrustedAsync(db, [publicPem], ct);
        var own = await db.Set<JournalCheckpoint>().AsNoTracking().ToListAsync(ct);
        var byTrust = own.ToLookup(c => trusted.ContainsKey(c.KeyId));
        keptOutside.ToList().ForEach(c => RequireSigned(c, trusted, "kept outside"));
        byTrust[true].ToList().ForEach(c => RequireSigned(c, trusted, "in the database"));
        var chain = await JournalChain.VerifyAsync(db, [.. keptOutside, .. own], ct);
        BadUse.Unless(chain.Holds, $"The journal does not hold. {chain.Finding} {chain.Entries} entries before it hold.");
        var first = byTrust[true].Select(c => c.Seq).DefaultIfEmpty(long.MaxValue).Min();
        return new(chain, own.Count, [.. byTrust[false].Select(c => c.KeyId).Distinct()], byTrust[false].Any(c => c.Seq > first));
    }

    private static void RequireSigned(JournalCheckpoint checkpoint, IReadOnlyDictionary<string, string> trusted, string where)
    {
        BadUse.Unless(trusted.TryGetValue(checkpoint.KeyId, out var pem), $"The checkpoint at entry {checkpoint.Seq} {where} is signed by {checkpoint.KeyId}, which the trusted key does not vouch for. Give that key with --public-key.");
        BadUse.Unless(CheckpointKey.Verifies(pem, checkpoint.SignedText, checkpoint.Signature), $"The journal does not hold. The checkpoint at entry {checkpoint.Seq} {where} was altered: its signature does not fit.");
    }
}
