using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>What checking the chain found: how many entries hold, and where and how it breaks if it does.</summary>
public sealed record JournalCheck(long Entries, string Head, long? BrokenAt, string Finding)
{
    public bool Holds => BrokenAt is null;
}

/// <summary>Proves the journal: every entry numbered without a gap, hashed right, tied to the one before, and as the checkpoints say.</summary>
public static class JournalChain
{
    /// <summary>Checks against the checkpoints that the database itself holds.</summary>
    public static async Task<JournalCheck> VerifyAsync(WeerbaarDb db, CancellationToken ct) =>
        await VerifyAsync(db, await db.Set<JournalCheckpoint>().AsNoTracking().ToListAsync(ct), ct);

    /// <param name="checkpoints">What the chain is held against besides itself; their signatures are the caller's to check.</param>
    public static async Task<JournalCheck> VerifyAsync(WeerbaarDb db, IReadOnlyCollection<JournalCheckpoint> checkpoints, CancellationToken ct)
    {
        var walk = new ChainWalk(checkpoints);
        await foreach (var entry in db.Journal.IgnoreQueryFilters().AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!walk.Take(entry))
            {
                break;
            }
        }

        return walk.End();
    }

    /// <summary>
    /// The number of the last entry of the whole journal, 0 when there is none: whatever is written raises it, also what
    /// the actor may not see. For comparing with what it was; never shown.
    /// </summary>
    public static async Task<long> LastSeqAsync(WeerbaarDb db, CancellationToken ct) =>
        await db.Journal.IgnoreQueryFilters().MaxAsync(e => (long?)e.Seq, ct) ?? 0;

    /// <summary>The same of the last entry that is about more than reading, a refusal or what left.</summary>
    public static Task<long> LastChangeAsync(WeerbaarDb db, CancellationToken ct) =>
        db.Journal.IgnoreQueryFilters().OrderByDescending(e => e.Seq)
            .Where(e => !RequestTrail.WithoutChange.Contains(e.Verb))
            .Select(e => e.Seq).FirstOrDefaultAsync(ct);

    /// <summary>The number of the last entry, and whether any after the given one tells of another act than these.</summary>
    public static async Task<(long Last, bool Matters)> SinceAsync(WeerbaarDb db, long seq, string[] elsewhere, CancellationToken ct)
    {
        var since = await db.Journal.IgnoreQueryFilters().Where(e => e.Seq > seq).GroupBy(e => 1)
            .Select(all => new { Last = all.Max(e => e.Seq), Others = all.Count(e => !elsewhere.Contains(e.Verb)) }).FirstOrDefaultAsync(ct);
        return since is null ? (seq, false) : (since.Last, since.Others > 0);
    }
}
