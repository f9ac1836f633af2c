using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>What checking the chain found: how many entries hold, and where and how it breaks if it does.</summary>
public sealed record JournalCheck(long Entries, string Head, long? BrokenAt, string Finding)
{
    public bool Holds => BrokenAt is null;
}

/// <summary>Proves the journal: every entry numbered without a gap, hashed right, and tied to the one before.</summary>
public static class JournalChain
{
    public static async Task<JournalCheck> VerifyAsync(WeerbaarDb db, CancellationToken ct)
    {
        var (seq, prev) = (0L, JournalEntry.Beginning);
        await foreach (var entry in db.Journal.IgnoreQueryFilters().AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Finding(entry, seq, prev) is { } finding)
            {
                return new JournalCheck(seq, prev, entry.Seq, finding);
            }

            (seq, prev) = (entry.Seq, entry.Hash);
        }

        return new JournalCheck(seq, prev, null, "");
    }

    /// <summary>
    /// The number of the last entry of the whole journal, 0 when there is none: whatever is written raises it, also what
    /// the actor may not see. For comparing with what it was; never shown.
    /// </summary>
    public static async Task<long> LastSeqAsync(WeerbaarDb db, CancellationToken ct) =>
        await db.Journal.IgnoreQueryFilters().MaxAsync(e => (long?)e.Seq, ct) ?? 0;

    private static string? Finding(JournalEntry entry, long seq, string prev) => entry switch
    {
        _ when entry.Seq != seq + 1 => $"Entry {seq + 1} is missing: after {seq} comes {entry.Seq}.",
        _ when entry.Prev != prev => $"Entry {entry.Seq} does not follow the entry before it: one was removed, added or moved.",
        _ when entry.Hash != entry.ComputeHash() => $"Entry {entry.Seq} was altered: its content does not have its hash.",
        _ => null,
    };
}
