using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>Which entries of the journal; what is left out does not narrow.</summary>
public sealed record JournalChoice
{
    /// <summary>The beginning of the verb.</summary>
    public string? Verb { get; init; }

    public string? ObjectId { get; init; }

    public string? ActorId { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Before { get; init; }

    /// <summary>Entries with a higher number.</summary>
    public long After { get; init; }

    /// <summary>The last number.</summary>
    public long UpTo { get; init; } = long.MaxValue;

    /// <summary>By whole days, as people choose.</summary>
    public static JournalChoice OfDays(string? actorId, string? verb, DateOnly? from, DateOnly? until) => new()
    {
        ActorId = actorId,
        Verb = verb,
        From = from?.Begins(),
        Before = until is { } last && last < DateOnly.MaxValue ? last.AddDays(1).Begins() : null,
    };

    /// <summary>As far as the actor may see them, in no order.</summary>
    public IQueryable<JournalEntry> In(WeerbaarDb db)
    {
        var (verb, objectId, actorId, from, before, after, upTo) = (Given(Verb), Given(ObjectId), Given(ActorId), From, Before, After, UpTo);
        return db.Journal
            .Where(e => e.Seq > after && e.Seq <= upTo)
            .Where(e => verb == null || e.Verb.StartsWith(verb))
            .Where(e => objectId == null || e.ObjectId == objectId)
            .Where(e => actorId == null || e.ActorId == actorId)
            .Where(e => (from == null || e.At >= from) && (before == null || e.At < before));
    }

    private static string? Given(string? word) => word is { Length: > 0 } ? word : null;
}
