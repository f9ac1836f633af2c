using System.Text.RegularExpressions;

namespace Weerbaar.Platform.Journal;

/// <summary>Whether words stand in both texts, only in the old one, or only in the new one.</summary>
public enum Standing
{
    Same,
    Gone,
    New,
}

/// <summary>Words in a row that stand alike.</summary>
public sealed record Passage(Standing Standing, string Words);

/// <summary>
/// The difference between two texts word by word: the longest run of words they have in common, and what stands
/// between. The passages that are not new give the old text back, those not gone the new one.
/// </summary>
public static partial class WordDifference
{
    /// <summary>Beyond this many pairs of words, what differs is shown as one passage gone and one new.</summary>
    private const int mostPairs = 4_000_000;

    public static IReadOnlyList<Passage> Between(string before, string after)
    {
        var (old, current) = (Split(before), Split(after));
        var start = old.Zip(current).TakeWhile(p => p.First == p.Second).Count();
        var end = old[start..].Reverse().Zip(current[start..].Reverse()).TakeWhile(p => p.First == p.Second).Count();
        var words = old[..start].Select(w => (Standing.Same, w))
            .Concat(Middle(old[start..^end], current[start..^end]))
            .Concat(old[^end..].Select(w => (Standing.Same, w)));
        return Join(words);
    }

    /// <summary>Words with the white space behind them, so that nothing is lost.</summary>
    private static string[] Split(string text) => [.. Words().Matches(text).Select(m => m.Value)];

    private static IEnumerable<(Standing Standing, string Word)> Middle(string[] old, string[] current) =>
        (long)old.Length * current.Length > mostPairs
            ? old.Select(w => (Standing.Gone, w)).Concat(current.Select(w => (Standing.New, w)))
            : Walk(old, current, CommonLengths(old, current));

    /// <summary>For every pair of places, how many words the two tails from there have in common.</summary>
    private static int[,] CommonLengths(string[] old, string[] current)
    {
        var common = new int[old.Length + 1, current.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = current.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == current[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static IEnumerable<(Standing, string)> Walk(string[] old, string[] current, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < old.Length || j < current.Length)
        {
            if (i < old.Length && j < current.Length && old[i] == current[j])
            {
                yield return (Standing.Same, old[i++]);
                j++;
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

    private static List<Passage> Join(IEnumerable<(Standing Standing, string Word)> words)
    {
        var passages = new List<Passage>();
        foreach (var (standing, word) in words)
        {
            if (passages is [.., var last] && last.Standing == standing)
            {
                passages[^1] = last with { Words = last.Words + word };
            }
            else
            {
                passages.Add(new Passage(standing, word));
            }
        }

        return passages;
    }

    [GeneratedRegex(@"\S+\s*|\s+")]
    private static partial Regex Words();
}
