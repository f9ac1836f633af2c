using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;

namespace Weerbaar.Tests.Platform;

public sealed class HistoryEventTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Entries_of_one_verb_actor_and_minute_are_one_event_with_a_count()
    {
        JournalEntry[] entries = [Entry(5, 70), Entry(4, 59, "Ook"), Entry(3, 20), Entry(2, 10, actor: "b"), Entry(1, 0)];

        var events = HistoryEvent.Of(entries, new Dictionary<long, EntryWords>(), new Texts());

        events.Select(e => e.Count).ShouldBe([1, 2, 1, 1]);
        events[1].Items.ShouldHaveSingleItem().Reason.ShouldBe("Ook");
    }

    private static JournalEntry Entry(long seq, int second, string reason = "", string actor = "a") => new()
    {
        Seq = seq,
        At = start.AddSeconds(second),
        ActorId = actor,
        ActorName = actor,
        Verb = "examples.load",
        Kind = "round",
        ObjectId = "r",
        AlsoOf = "",
        Marking = Marking.Public,
        Reason = reason,
        Before = "",
        After = "{}",
        Prev = JournalEntry.Beginning,
    };
}
