using System.Globalization;

namespace Weerbaar.Platform.Journal;

/// <summary>Walks the chain entry by entry, in the order of their numbers, and stops at the first that does not hold.</summary>
public sealed class ChainWalk(IEnumerable<JournalCheckpoint> checkpoints)
{
    private readonly ILookup<long, JournalCheckpoint> bySeq = checkpoints.ToLookup(c => c.Seq);
    private readonly SortedSet<long> emptied = [];
    private long seq;
    private string prev = JournalEntry.Beginning;
    private int form = 1;
    private (long At, string Finding)? broken;

    /// <returns>False when the walk is over: this entry does not hold.</returns>
    public bool Take(JournalEntry entry)
    {
        if (Finding(entry) is { } finding)
        {
            broken = (entry.Seq, finding);
            return false;
        }

        (seq, prev, form) = (entry.Seq, entry.Hash, entry.Form);
        if (entry.IsEmptied)
        {
            emptied.Add(entry.Seq);
        }

        RemovedContent.In(entry).ToList().ForEach(range => emptied.RemoveWhere(s => s >= range.First && s <= range.Last));
        return true;
    }

    public JournalCheck End()
    {
        var last = bySeq.Select(c => c.Key).DefaultIfEmpty(0).Max();
        broken ??= last > seq ? (seq + 1, Words($"The end is missing: a checkpoint was made at entry {last}, and the last entry is {seq}."))
            : emptied.Count > 0 ? (emptied.Min, Words($"Entry {emptied.Min} was altered: its content is gone, and no entry says that it was removed by a rule."))
            : null;
        return new(seq, prev, broken?.At, broken?.Finding ?? "");
    }

    private string? Finding(JournalEntry entry) => entry switch
    {
        _ when entry.Seq != seq + 1 => Words($"Entry {seq + 1} is missing: after {seq} comes {entry.Seq}."),
        _ when entry.Prev != prev => Words($"Entry {entry.Seq} does not follow the entry before it: one was removed, added or moved."),
        _ when !HasItsForm(entry) => Words($"Entry {entry.Seq} was altered: it is not in the form of its time."),
        _ when entry.Hash != entry.ComputeHash() => Words($"Entry {entry.Seq} was altered: its heading does not have its hash."),
        _ when entry is { Form: > 1, IsEmptied: false } && entry.ContentHash != entry.ComputeContentHash() =>
            Words($"Entry {entry.Seq} was altered: its content does not have its hash."),
        _ when bySeq[entry.Seq].Any(c => c.Hash != entry.Hash) =>
            Words($"Entry {entry.Seq} is not what a checkpoint says: it, or one before it, was rewritten."),
        _ => null,
    };

    /// <summary>Forms only go up, and what a form does not know of is empty.</summary>
    private bool HasItsForm(JournalEntry entry) => entry.Form switch
    {
        1 => form == 1 && entry.OnBehalfOf.Length + entry.RequestId.Length + entry.Salt.Length + entry.ContentHash.Length == 0,
        JournalEntry.NewestForm => true,
        _ => false,
    };

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
