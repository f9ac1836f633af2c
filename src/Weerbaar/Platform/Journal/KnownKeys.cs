using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The keys that signed checkpoints, as the journal names them. A key that replaces another is vouched for by it, and
/// vouches for it, so that who trusts one trusts both.
/// </summary>
public static class KnownKeys
{
    public const string Verb = "journal.new-key";
    private const string kind = "journal_key";

    private sealed record Introduction(string PublicKey, string Previous, string ByPrevious, string OfPrevious);

    /// <summary>Says in the journal which key signs from here on, where the journal does not say so.</summary>
    public static async Task IntroduceAsync(WeerbaarDb db, CheckpointKey key, CancellationToken ct)
    {
        var last = await db.Journal.Where(e => e.Verb == Verb).OrderByDescending(e => e.Seq).Select(e => e.ObjectId).FirstOrDefaultAsync(ct);
        if (last != key.Id)
        {
            await RecordAsync(db, key, new(key.PublicPem, "", "", ""), ct);
        }
    }

    /// <summary>Replaces the key: said in the journal with both signatures, then put in place.</summary>
    public static async Task<CheckpointKey> RotateAsync(WeerbaarDb db, CheckpointKey key, CancellationToken ct)
    {
        await IntroduceAsync(db, key, ct);
        var next = key.Next();
        await RecordAsync(db, next, new(next.PublicPem, key.Id, key.Sign(Vouching(key.Id, next.Id)), next.Sign(Vouching(key.Id, next.Id))), ct);
        await next.KeepAsync(ct);
        return next;
    }

    /// <summary>Public keys by id: those trusted to begin with, and all that are tied to them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TrustedAsync(WeerbaarDb db, IEnumerable<string> publicPems, CancellationToken ct)
    {
        var trusted = publicPems.Distinct(StringComparer.Ordinal).DistinctBy(CheckpointKey.IdOf).ToDictionary(CheckpointKey.IdOf, StringComparer.Ordinal);
        var entries = await db.Journal.AsNoTracking().Where(e => e.Verb == Verb && e.After != "").OrderBy(e => e.Seq).ToListAsync(ct);
        var known = entries.Select(e => JsonSerializer.Deserialize<Introduction>(e.After, DatabaseModel.Json)!).ToList();
        var pems = known.Select(k => k.PublicKey).Concat(trusted.Values).DistinctBy(CheckpointKey.IdOf).ToDictionary(CheckpointKey.IdOf, StringComparer.Ordinal);
        for (var before = 0; before < trusted.Count;)
        {
            before = trusted.Count;
            known.Where(k => k.Previous.Length > 0).ToList().ForEach(k => Extend(trusted, pems, k));
        }

        return trusted;
    }

    /// <summary>Trusts the newer key when the older is trusted and vouches for it, or the older by the newer.</summary>
    private static void Extend(Dictionary<string, string> trusted, Dictionary<string, string> pems, Introduction known)
    {
        var next = CheckpointKey.IdOf(known.PublicKey);
        var words = Vouching(known.Previous, next);
        if (trusted.TryGetValue(known.Previous, out var old) && CheckpointKey.Verifies(old, words, known.ByPrevious))
        {
            trusted.TryAdd(next, known.PublicKey);
        }
        else if (trusted.TryGetValue(next, out var pem) && CheckpointKey.Verifies(pem, words, known.OfPrevious) && pems.TryGetValue(known.Previous, out var earlier))
        {
            trusted.TryAdd(known.Previous, earlier);
        }
    }

    private static Task RecordAsync(WeerbaarDb db, CheckpointKey key, Introduction introduction, CancellationToken ct) => db.RecordAsync(
        new JournalDraft(kind, key.Id, "", Marking.DepartmentalConfidential, "", JsonSerializer.Serialize(introduction, DatabaseModel.Json)), new Change(Verb), ct);

    private static string Vouching(string previous, string next) => $"weerbaar-journal-key-1\n{previous}\n{next}";
}
