using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// Before anything is stored: the passages its writer could not read come back in the place of their signs, new ones get a
/// number, and what can't be kept that way is refused in words. Nobody can take out or overwrite what they can't see.
/// </summary>
internal sealed class KeepPassages(WeerbaarDb db, MarkingCeiling ceiling)
{
    /// <summary>A passage that stood in a field, in one of its languages.</summary>
    private sealed record Stood(string Language, MarkedPassage Passage);

    private readonly InputCheck check = new();

    /// <summary>What exists comes first: what is new in the same save may be a copy of it.</summary>
    public void In(IEnumerable<EntityEntry<Stored>> entries)
    {
        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified).OrderByDescending(e => e.State == EntityState.Modified))
        {
            var sight = db.SightOf(entry.Entity);
            entry.Properties.Where(p => p.Metadata.ClrType == typeof(string)).ToList().ForEach(CheckPlain);
            foreach (var (name, texts, before) in Fields(entry))
            {
                Field(name, texts, [.. before.SelectMany(b => Passages.In(b.Words).Select(p => new Stood(b.Language, p)))], sight);
            }
        }

        check.ThrowIfAny();
        db.ChangeTracker.DetectChanges();
    }

    /// <summary>A text that is no <see cref="Text"/> is shown as it is, so no passage may stand in it.</summary>
    private void CheckPlain(PropertyEntry property) =>
        check.Require(!Passages.Begins(property.CurrentValue as string ?? ""), JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), "markings.error.not-here");

    /// <summary>The fields that hold texts, with the words they held before, each in its language.</summary>
    private static IEnumerable<(string Name, List<Text> Texts, IEnumerable<(string Language, string Words)> Before)> Fields(EntityEntry entry)
    {
        var isNew = entry.State == EntityState.Added;
        foreach (var complex in entry.ComplexProperties.Where(c => c.CurrentValue is Text))
        {
            yield return (complex.Metadata.Name, [(Text)complex.CurrentValue!], isNew ? [] : complex.Properties.Select(p => (p.Metadata.Name.ToLowerInvariant(), p.OriginalValue as string ?? "")));
        }

        foreach (var property in entry.Properties.Where(p => TextsIn.Leads(p.Metadata.ClrType)))
        {
            yield return (property.Metadata.Name, [.. TextsIn.Of(property.CurrentValue)],
                isNew ? [] : TextsIn.Of(property.OriginalValue).SelectMany(InLanguages));
        }
    }

    private void Field(string property, List<Text> texts, List<Stood> before, Marking sight)
    {
        var field = JsonNamingPolicy.CamelCase.ConvertName(property);
        var unseen = before
            .Where(b => b.Passage.Level > sight && b.Passage.Number is not null && !b.Passage.HasEnded(db.Today))
            .ToDictionary(b => b.Passage.Number!.Value);
        var untouched = texts.Where(t => !t.IsOwnWords).SelectMany(WordsOf).SelectMany(Passages.In).ToHashSet();
        var kept = unseen.Where(u => untouched.Contains(u.Value.Passage)).Select(u => u.Key).ToHashSet();
        var taken = before.Select(b => b.Passage).Concat(untouched).Select(p => p.Number ?? 0).ToHashSet();
        var written = texts.Where(t => t is { IsOwnWords: true, IsEmpty: false }).Distinct(ReferenceEqualityComparer.Instance).Cast<Text>();
        foreach (var text in written.ToList())
        {
            WordsOf(text).ToList().ForEach(words => CheckWritten(field, property, words, sight));
            HashSet<int> seen = [.. unseen.Keys];
            text.Complete((language, words) => Whole(field, Restored(Numbered(words, taken, seen), field, language, unseen, kept)));
            text.ShowTo(sight, db.Today);
        }

        var lost = unseen.Keys.Except(kept).Order().ToList();
        var signs = string.Join(", ", lost.Select(n => unseen[n].Passage.Withheld(Languages.Here)));
        check.Require(lost.Count == 0, field, "markings.error.lost", signs);
    }

    private static IEnumerable<(string Language, string Words)> InLanguages(Text text) => [("nl", text.Whole.Nl), ("en", text.Whole.En)];

    private static IEnumerable<string> WordsOf(Text text) => InLanguages(text).Select(t => t.Words);

    private void CheckWritten(string field, string property, string words, Marking sight)
    {
        check.Require(Passages.FirstWrong(words) is null, field, "markings.error.notation", Passages.FirstWrong(words));
        check.Require(!Passages.HoldsEmptySign(words), field, "markings.error.empty-sign");
        foreach (var passage in Passages.In(words))
        {
            check.Require(property != nameof(MarkedObject.Title), field, "markings.error.title");
            check.Require(!passage.HasEnded(db.Today), field, "markings.error.passage-ended", passage.Until);
            check.Require(passage.Level <= ceiling.Highest, field, "markings.error.ceiling", new Texts().Of(ceiling.Highest));
            check.Require(passage.Level <= sight || passage.Level > ceiling.Highest, field, "markings.error.above-clearance");
        }
    }

    /// <summary>What came back stands beside other passages, never inside one: the two could not be told apart again.</summary>
    private string Whole(string field, string words)
    {
        check.Require(Passages.FirstWrong(words) is null, field, "markings.error.within");
        return words;
    }

    /// <summary>Keeps a number that is the passage's own; a new passage, a copy of one, or one with the number of another that the writer can't see, gets the lowest that is free.</summary>
    private static string Numbered(string words, HashSet<int> taken, HashSet<int> seen) => Passages.Each(words, passage =>
    {
        var number = passage.Number is { } own && taken.Contains(own) && seen.Add(own) ? own : Enumerable.Range(1, 9999).First(n => !taken.Contains(n));
        taken.Add(number);
        seen.Add(number);
        return passage with { Number = number };
    });

    /// <summary>Whoever can't read a passage can't tell that it is the same in the other language either: there it would stand under the wrong words.</summary>
    private string Restored(string words, string field, string language, Dictionary<int, Stood> unseen, HashSet<int> kept) =>
        Passages.EachSign(words, number =>
        {
            check.Require(unseen.ContainsKey(number) && kept.Add(number), field, "markings.error.no-such-passage", number);
            if (!unseen.TryGetValue(number, out var before))
            {
                return "";
            }

            var (sign, itsLanguage) = (before.Passage.Withheld(before.Language), new Texts()[$"site.language.name.{before.Language}"]);
            check.Require(before.Language == language, field, "markings.error.other-language", sign, itsLanguage);
            return before.Passage.Written;
        });
}
