using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

internal static class WhoJudged
{
    /// <summary>The name of who judged last in a round, from its history; the rows of a round are journaled under it.</summary>
    public static async Task<string?> LastAsync(WeerbaarDb db, string roundId, string partId, CancellationToken ct) =>
        (await ListJournal.OfObjectAsync(db, roundId, ct))
            .FirstOrDefault(e => e.Verb.StartsWith("assessment.judge", StringComparison.Ordinal) || e.After.Contains(partId, StringComparison.Ordinal))?.ActorName;
}
