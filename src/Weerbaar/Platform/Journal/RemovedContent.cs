using System.Text.Json;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The entries whose content was removed because their time was over, as the entry about the removal names them.</summary>
public sealed record RemovedContent(long First, long Last)
{
    public const string Verb = "journal.remove-content";

    private sealed record Ranges(IReadOnlyList<long[]> Removed);

    /// <summary>Numbers that follow each other as one range.</summary>
    public static IReadOnlyList<RemovedContent> Of(IEnumerable<long> seqs)
    {
        List<RemovedContent> ranges = [];
        foreach (var seq in seqs.Order())
        {
            if (ranges is [.., var last] && last.Last == seq - 1)
            {
                ranges[^1] = last with { Last = seq };
            }
            else
            {
                ranges.Add(new(seq, seq));
            }
        }

        return ranges;
    }

    public static string Json(IReadOnlyList<RemovedContent> ranges) =>
        JsonSerializer.Serialize(new Ranges([.. ranges.Select(r => new[] { r.First, r.Last })]), DatabaseModel.Json);

    public static IEnumerable<RemovedContent> In(JournalEntry entry) => entry.Verb != Verb || entry.After.Length == 0 ? []
        : JsonSerializer.Deserialize<Ranges>(entry.After, DatabaseModel.Json)!.Removed.Select(r => new RemovedContent(r[0], r[1]));
}
