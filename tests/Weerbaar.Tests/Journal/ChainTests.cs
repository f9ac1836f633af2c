using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Tests.Journal;

/// <summary>Whatever is done to a chain of entries is found, and where.</summary>
public sealed class ChainTests
{
    private const int length = 12;

    [Fact]
    public void A_chain_of_both_forms_holds() => Walk(Chain(), []).Holds.ShouldBeTrue();

    [Fact]
    public void Any_change_of_one_character_is_found() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(
        Gen.Choose(0, length - 1).SelectMany(_ => Gen.Choose(0, fields.Length - 1), (at, field) => (at, field))
            .SelectMany(_ => Gen.Choose(0, 1000), (x, place) => (x.at, x.field, place)).ToArbitrary(),
        x =>
        {
            var chain = Chain();
            chain[x.at] = fields[x.field](chain[x.at], x.place);
            var check = Walk(chain, []);
            check.BrokenAt.ShouldNotBeNull($"field {x.field} of entry {x.at + 1}");
        }));

    [Fact]
    public void Any_removal_is_found() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(0, length - 2).ToArbitrary(), at =>
    {
        var chain = Chain();
        chain.RemoveAt(at);
        Walk(chain, []).BrokenAt.ShouldBe(at + 2);
    }));

    [Fact]
    public void Any_swap_is_found() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(0, length - 1).Two().Where(p => p.Item1 != p.Item2).ToArbitrary(), pair =>
    {
        var chain = Chain();
        var (a, b) = pair;
        (chain[a], chain[b]) = (With(chain[b], e => e with { Seq = a + 1 }), With(chain[a], e => e with { Seq = b + 1 }));
        Walk(chain, []).BrokenAt.ShouldBe(Math.Min(a, b) + 1);
    }));

    [Fact]
    public void Any_cut_of_the_tail_is_found_with_a_checkpoint_at_the_end() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(0, length - 1).ToArbitrary(), kept =>
    {
        var chain = Chain();
        var checkpoint = CheckpointAt(chain[^1]);
        Walk([.. chain.Take(kept)], [checkpoint]).BrokenAt.ShouldBe(kept + 1);
    }));

    [Fact]
    public void A_chain_that_was_rewritten_with_hashes_that_fit_is_found_with_a_checkpoint() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(0, length - 1).ToArbitrary(), at =>
    {
        var checkpoint = CheckpointAt(Chain()[^1]);
        var rewritten = Build(i => i == at ? "another reason" : $"reason {i}");
        Walk(rewritten, []).Holds.ShouldBeTrue();
        Walk(rewritten, [checkpoint]).BrokenAt.ShouldBe(length);
    }));

    [Fact]
    public void Content_that_was_removed_by_a_rule_leaves_a_chain_that_holds()
    {
        var chain = Chain();
        chain[6] = With(chain[6], e => e with { Salt = "", Reason = "", Before = "", After = "" });
        Walk(chain, []).BrokenAt.ShouldBe(7);

        chain.Add(Entry(length + 1, 2, chain[^1].Hash, "read. 30 d", RemovedContent.Verb, RemovedContent.Json([new(7, 7)])));
        Walk(chain, []).Holds.ShouldBeTrue();
    }

    private static readonly Func<JournalEntry, int, JournalEntry>[] fields =
    [
        (e, _) => With(e, f => f with { Seq = f.Seq + 100 }),
        (e, _) => With(e, f => f with { Form = 3 - f.Form }),
        (e, _) => With(e, f => f with { At = f.At.AddMicroseconds(1) }),
        (e, i) => With(e, f => f with { ActorId = Changed(f.ActorId, i) }),
        (e, i) => With(e, f => f with { ActorName = Changed(f.ActorName, i) }),
        (e, i) => With(e, f => f with { OnBehalfOf = Changed(f.OnBehalfOf, i) }),
        (e, i) => With(e, f => f with { Verb = Changed(f.Verb, i) }),
        (e, i) => With(e, f => f with { Kind = Changed(f.Kind, i) }),
        (e, i) => With(e, f => f with { ObjectId = Changed(f.ObjectId, i) }),
        (e, i) => With(e, f => f with { AlsoOf = Changed(f.AlsoOf, i) }),
        (e, _) => With(e, f => f with { Marking = f.Marking == Marking.Public ? Marking.Internal : Marking.Public }),
        (e, i) => With(e, f => f with { RequestId = Changed(f.RequestId, i) }),
        (e, i) => With(e, f => f with { Salt = Changed(f.Salt, i) }),
        (e, i) => With(e, f => f with { Reason = Changed(f.Reason, i) }),
        (e, i) => With(e, f => f with { Before = Changed(f.Before, i) }),
        (e, i) => With(e, f => f with { After = Changed(f.After, i) }),
        (e, i) => With(e, f => f with { ContentHash = Changed(f.ContentHash, i) }),
        (e, i) => With(e, f => f with { Prev = Changed(f.Prev, i) }),
        (e, i) => With(e, f => f with { Hash = Changed(f.Hash, i) }),
        (e, _) => With(e, f => f with { Salt = "", Reason = "", Before = "", After = "" }),
    ];

    /// <summary>All fields of an entry, as a row of the table that somebody can write to.</summary>
    private sealed record Row(
        long Seq, int Form, DateTimeOffset At, string ActorId, string ActorName, string OnBehalfOf, string Verb, string Kind, string ObjectId, string AlsoOf,
        Marking Marking, string RequestId, string Salt, string Reason, string Before, string After, string ContentHash, string Prev, string Hash);

    private static JournalEntry With(JournalEntry e, Func<Row, Row> change)
    {
        var r = change(new(e.Seq, e.Form, e.At, e.ActorId, e.ActorName, e.OnBehalfOf, e.Verb, e.Kind, e.ObjectId, e.AlsoOf, e.Marking, e.RequestId, e.Salt, e.Reason, e.Before, e.After, e.ContentHash, e.Prev, e.Hash));
        var entry = new JournalEntry
        {
            Seq = r.Seq, Form = r.Form, At = r.At, ActorId = r.ActorId, ActorName = r.ActorName, OnBehalfOf = r.OnBehalfOf, Verb = r.Verb, Kind = r.Kind,
            ObjectId = r.ObjectId, AlsoOf = r.AlsoOf, Marking = r.Marking, RequestId = r.RequestId, Salt = r.Salt, Reason = r.Reason, Before = r.Before,
            After = r.After, Prev = r.Prev,
        };
        typeof(JournalEntry).GetProperty(nameof(JournalEntry.ContentHash))!.SetValue(entry, r.ContentHash);
        typeof(JournalEntry).GetProperty(nameof(JournalEntry.Hash))!.SetValue(entry, r.Hash);
        return entry;
    }

    private static string Changed(string text, int place) => text.Length == 0
        ? "x"
        : $"{text[..(place % text.Length)]}{(char)(text[place % text.Length] ^ 1)}{text[((place % text.Length) + 1)..]}";

    /// <summary>Some entries of the old form, then of the new.</summary>
    private static List<JournalEntry> Chain() => Build(i => $"reason {i}");

    private static List<JournalEntry> Build(Func<int, string> reason)
    {
        List<JournalEntry> chain = [];
        for (var i = 0; i < length; i++)
        {
            chain.Add(Entry(i + 1, i < 4 ? 1 : 2, chain.Count == 0 ? JournalEntry.Beginning : chain[^1].Hash, reason(i), "threats.edit", "{\"a\":2}"));
        }

        return chain;
    }

    private static JournalEntry Entry(long seq, int form, string prev, string reason, string verb, string after) => new JournalEntry
    {
        Seq = seq,
        Form = form,
        At = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(seq),
        ActorId = "actor",
        ActorName = "Name",
        OnBehalfOf = form == 1 ? "" : "other",
        Verb = verb,
        Kind = "threat",
        ObjectId = "t",
        AlsoOf = "u",
        Marking = Marking.Internal,
        RequestId = form == 1 ? "" : "r1",
        Salt = form == 1 ? "" : "salt",
        Reason = reason,
        Before = "{\"a\":1}",
        After = after,
        Prev = prev,
    }.Sealed();

    private static JournalCheckpoint CheckpointAt(JournalEntry entry) => new() { Seq = entry.Seq, Hash = entry.Hash, At = entry.At, KeyId = "k" };

    private static JournalCheck Walk(List<JournalEntry> chain, IReadOnlyList<JournalCheckpoint> checkpoints)
    {
        var walk = new ChainWalk(checkpoints);
        _ = chain.All(walk.Take);
        return walk.End();
    }
}
