using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Who did what to which object, when and why, with what it was and what it became. Entries are numbered in the
/// order of commit and each holds the hash of the one before it.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>What the first entry has as its predecessor.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Verb { get; init; }

    public required string Kind { get; init; }

    public required string ObjectId { get; init; }

    /// <summary>The other object the entry is about, for a row that belongs to two; empty otherwise. Who may not see it does not see the entry.</summary>
    public required string AlsoOf { get; init; }

    /// <summary>The marking of the object at that moment: who may read the entry.</summary>
    public required Marking Marking { get; init; }

    public required string Reason { get; init; }

    /// <summary>The changed properties as they were, as JSON; empty for what is new.</summary>
    public required string Before { get; init; }

    /// <summary>The changed properties as they became, as JSON; empty for what is gone.</summary>
    public required string After { get; init; }

    public required string Prev { get; init; }

    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 over all of the entry but the hash itself, as a JSON array, in lower-case hexadecimal.</summary>
    public string ComputeHash()
    {
        string[] content =
        [
            Seq.ToString(CultureInfo.InvariantCulture), At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ActorId, ActorName, Verb, Kind, ObjectId, AlsoOf, ((int)Marking).ToString(CultureInfo.InvariantCulture), Reason, Before, After, Prev,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content))));
    }

    /// <summary>The entry with other content than it has, for a reader; its hash still speaks of the whole entry.</summary>
    internal JournalEntry Showing(string reason, string before, string after) => new()
    {
        Seq = Seq,
        At = At,
        ActorId = ActorId,
        ActorName = ActorName,
        Verb = Verb,
        Kind = Kind,
        ObjectId = ObjectId,
        AlsoOf = AlsoOf,
        Marking = Marking,
        Reason = reason,
        Before = before,
        After = after,
        Prev = Prev,
        Hash = Hash,
    };

    public JournalEntry Sealed()
    {
        Hash = ComputeHash();
        return this;
    }
}
