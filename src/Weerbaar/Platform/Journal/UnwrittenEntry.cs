using System.Security.Cryptography;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>An entry that waits for its place in the chain: what it says, of which deed, and who did it in which request.</summary>
internal sealed record UnwrittenEntry(JournalDraft Draft, Change Change, CurrentActor By)
{
    private const int saltLength = 22;

    /// <summary>Whose keys it is sealed with.</summary>
    public IEnumerable<string> Persons => Change.About is { } person ? [By.Actor.Id, person] : [By.Actor.Id];

    /// <param name="keys">With the key of the actor, which seals the name, and of whom the reason is about.</param>
    public JournalEntry At(long seq, DateTimeOffset at, PersonKeys keys, string prev) => new JournalEntry
    {
        Seq = seq,
        At = new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero),
        ActorId = By.Actor.Id,
        ActorName = keys.Close(By.Actor.Id, By.Actor.Name),
        OnBehalfOf = By.Actor.OnBehalfOf ?? "",
        Verb = Change.Verb,
        Kind = Draft.Kind,
        ObjectId = Draft.ObjectId,
        AlsoOf = Draft.AlsoOf,
        Marking = Draft.Marking,
        RequestId = By.RequestId,
        Salt = RandomNumberGenerator.GetHexString(saltLength, lowercase: true),
        Reason = Change is { About: { } person, Reason.Length: > 0 } ? keys.Close(person, Change.Reason) : Change.Reason,
        Before = Draft.Before,
        After = Draft.After,
        Prev = prev,
    }.Sealed();
}
