using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Who did what to which object, when and why, with what it was and what it became. Entries are numbered in the
/// order of commit and each holds the hash of the one before it. The hash is over the heading and over the hash of the
/// content, so that the content can be removed when its time is over and the chain still holds.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>What the first entry has as its predecessor.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>How entries are hashed now; those of form 1 were hashed as one piece.</summary>
    public const int NewestForm = 2;

    public required long Seq { get; init; }

    /// <summary>Which canonical form the hash is made over.</summary>
    public int Form { get; init; } = NewestForm;

    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    /// <summary>The name the actor had, sealed with the person's own key; plain for the program itself.</summary>
    public required string ActorName { get; init; }

    /// <summary>The id of whose permissions were exercised by delegation; empty otherwise.</summary>
    public string OnBehalfOf { get; init; } = "";

    public required string Verb { get; init; }

    public required string Kind { get; init; }

    public required string ObjectId { get; init; }

    /// <summary>The other object the entry is about, for a row that belongs to two; empty otherwise. Who may not see it does not see the entry.</summary>
    public required string AlsoOf { get; init; }

    /// <summary>The marking of the object at that moment: who may read the entry.</summary>
    public required Marking Marking { get; init; }

    /// <summary>Which request it was part of; the answer carried the same id.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>Random characters in the content, so that a hash gives nothing away about content that was removed.</summary>
    public string Salt { get; init; } = "";

    public required string Reason { get; init; }

    /// <summary>The changed properties as they were, as JSON; empty for what is new.</summary>
    public required string Before { get; init; }

    /// <summary>The changed properties as they became, as JSON; empty for what is gone.</summary>
    public required string After { get; init; }

    public string ContentHash { get; private set; } = "";

    public required string Prev { get; init; }

    public string Hash { get; private set; } = "";

    /// <summary>The content was removed because its time was over; its hash stayed.</summary>
    public bool IsEmptied => Form > 1 && Salt.Length + Reason.Length + Before.Length + After.Length == 0;

    /// <summary>SHA-256 over the heading and the hash of the content, as a JSON array, in lower-case hexadecimal.</summary>
    public string ComputeHash() => Form == 1
        ? HashOf(
            Number(Seq), Moment, ActorId, ActorName, Verb, Kind, ObjectId, AlsoOf, Number((int)Marking), Reason, Before, After, Prev)
        : HashOf(
            "weerbaar-journal-2", Number(Seq), Moment, ActorId, ActorName, OnBehalfOf, Verb, Kind, ObjectId, AlsoOf,
            Number((int)Marking), RequestId, ContentHash, Prev);

    public string ComputeContentHash() => HashOf("weerbaar-journal-content-2", Salt, Reason, Before, After);

    /// <summary>The entry with other content than it has, for a reader; its hash still speaks of the whole entry.</summary>
    internal JournalEntry Showing(string actorName, string reason, string before, string after) => new()
    {
        Seq = Seq,
        Form = Form,
        At = At,
        ActorId = ActorId,
        ActorName = actorName,
        OnBehalfOf = OnBehalfOf,
        Verb = Verb,
        Kind = Kind,
        ObjectId = ObjectId,
        AlsoOf = AlsoOf,
        Marking = Marking,
        RequestId = RequestId,
        Salt = Salt,
        Reason = reason,
        Before = before,
        After = after,
        ContentHash = ContentHash,
        Prev = Prev,
        Hash = Hash,
    };

    public JournalEntry Sealed()
    {
        ContentHash = Form == 1 ? "" : ComputeContentHash();
        Hash = ComputeHash();
        return this;
    }

    private string Moment => At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string HashOf(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
}
