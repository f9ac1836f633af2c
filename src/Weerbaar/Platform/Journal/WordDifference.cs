using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Platform.Journal;

/// <summary>Whether words stand in both texts, only in the old one, or only in the new one.</summary>
public enum Standing
{
    Same,
    Gone,
    New,
}

/// <summary>Words in a row that stand alike and are marked alike.</summary>
public sealed record Run(Standing Standing, string Words)
{
    /// <summary>How the words are marked; null where they stand open.</summary>
    public PassageMark? Mark { get; init; }

    public IHtmlContent Html() => PassageHtml.Drawn(Mark, Words);
}

/// <summary>
/// The difference between two texts word by word: the longest run of words they have in common, and what stands
/// between. The runs that are not new give the words of the old text back, those not gone those of the new one; words
/// that stayed are the same words also when they were marked since.
/// </summary>
public static partial class WordDifference
{
    /// <summary>Beyond this many pairs of words, what differs is shown as one run gone and one new.</summary>
    private const int mostPairs = 4_000_000;

    public static IReadOnlyList<Run> Between(string before, string after)
    {
        var (old, current) = (Split(before), Split(after));
        var start = old.Zip(current).TakeWhile(p => p.First.Text == p.Second.Text).Count();
        var end = old[start..].Reverse().Zip(current[start..].Reverse()).TakeWhile(p => p.First.Text == p.Second.Text).Count();
        var words = current[..start].Select(w => (Standing.Same, w))
            .Concat(Middle(old[start..^end], current[start..^end]))
            .Concat(current[^end..].Select(w => (Standing.Same, w)));
        return Join(words);
    }

    private readonly record struct Word(string Text, PassageMark? Mark);

    /// <summary>Words with the white space behind them, so that nothing is lost; a word of which a part is marked is.</summary>
    private static Word[] Split(string text)
    {
        var parts = Passages.Parts(text).Where(p => p.Words.Length > 0).ToList();
        var marks = parts.SelectMany(p => Enumerable.Repeat(p.Passage is { } passage ? PassageMark.Of(passage) : null, p.Words.Length)).ToArray();
        return [.. Words().Matches(string.Concat(parts.Select(p => p.Words))).Select(m => new Word(m.Value, marks.AsSpan(m.Index, m.Length).ToArray().FirstOrDefault(k => k is not null)))];
    }

    private static IEnumerable<(Standing Standing, Word Word)> Middle(Word[] old, Word[] current) =>
        (long)old.Length * current.Length > mostPairs
            ? old.Select(w => (Standing.Gone, w)).Concat(current.Select(w => (Standing.New, w)))
            : Walk(old, current, CommonLengths(old, current));

    /// <summary>For every pair of places, how many words the two tails from there have in common.</summary>
    private static int[,] CommonLengths(Word[] old, Word[] current)
    {
        var common = new int[old.Length + 1, current.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = current.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i].Text == current[j].Text ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static IEnumerable<(Standing, Word)> Walk(Word[] old, Word[] current, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < old.Length || j < current.Length)
        {
            if (i < old.Length && j < current.Length && old[i].Text == current[j].Text)
            {
                yield return (Standing.Same, current[j++]);
                i++;
            }
            else if (j == current.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return (Standing.Gone, old[i++]);
            }
            else
            {
                yield return (Standing.New, current[j++]);
            }
        }
    }

    private static List<Run> Join(IEnumerable<(Standing Standing, Word Word)> words)
    {
        var runs = new List<Run>();
        foreach (var (standing, word) in words)
        {
            if (runs is [.., var last] && last.Standing == standing && last.Mark == word.Mark)
            {
                runs[^1] = last with { Words = last.Words + word.Text };
            }
            else
            {
                runs.Add(new Run(standing, word.Text) { Mark = word.Mark });
            }
        }

        return runs;
    }

    [GeneratedRegex(@"\[Passage (?:gelakt|withheld)[^\]\n]*\]\s*|\S+\s*|\s+")]
    private static partial Regex Words();
}
