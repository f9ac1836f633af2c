using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Weerbaar.Platform.Markings;

/// <summary>A passage as a change left it in a text.</summary>
/// <param name="Path">Where: the names down to the text.</param>
/// <param name="Passage">The passage as it stands since.</param>
/// <param name="TookIn">The words it came to hold and that stand open no more; null where it is new, and may have taken any.</param>
/// <param name="Gained">What was put into it, from the first word of that to the last, as <see cref="PassagesSince"/> compares words.</param>
public sealed record LaterPassage(string Path, MarkedPassage Passage, IReadOnlySet<string>? TookIn, string Gained);

/// <summary>The passages that an object came to hold, seen from one field: those in it, and those elsewhere.</summary>
public sealed partial record PassagesSince(IReadOnlyCollection<LaterPassage> InField, IReadOnlyCollection<LaterPassage> Elsewhere)
{
    /// <summary>Shorter words stand everywhere by chance.</summary>
    private const int shortest = 4;

    /// <summary>All that came later, seen from one field.</summary>
    public static PassagesSince Of(IEnumerable<LaterPassage> all, string path)
    {
        var seen = all.ToLookup(p => p.Path == path);
        return new([.. seen[true]], [.. seen[false]]);
    }

    /// <summary>Those that stand in a value after a change, each by its path; where nothing was before, all are new.</summary>
    public static IEnumerable<LaterPassage> Between(string path, JsonNode? before, JsonNode? after) => after is JsonObject known
        ? known.SelectMany(p => Between($"{path}/{p.Key}", (before as JsonObject)?[p.Key], p.Value))
        : LaterPassages.InAll(after).Select(p => Later(path, p, before, after));

    /// <summary>
    /// Those that cover a text: of its own field the new ones, and the rewritten ones that took in a word that stood open in
    /// it; of other fields those into which words were put that stand open in it one after the other.
    /// </summary>
    public IReadOnlyList<MarkedPassage> Of(string then) =>
    [
        .. InField.Where(p => p.TookIn is null || p.TookIn.Overlaps(WordsOf(OpenTo(p.Passage, then)))).Select(p => p.Passage),
        .. Elsewhere.Where(p => p.Gained.Length >= shortest && OpenTo(p.Passage, then).Any(open => Compared([open]).Contains(p.Gained, StringComparison.Ordinal))).Select(p => p.Passage),
    ];

    /// <summary>To rewrite a passage marks nothing, unless it takes in words that stood open, in this change or at some time before.</summary>
    internal static LaterPassage Later(string path, MarkedPassage passage, JsonNode? before, JsonNode? after)
    {
        var same = LaterPassages.InAll(before).FirstOrDefault(t => t.Number == passage.Number && t.Level >= passage.Level && LaterPassages.EndOf(t) >= LaterPassages.EndOf(passage));
        var open = LaterPassages.TextsIn(after).SelectMany(text => OpenTo(passage, text));
        return same is null
            ? new(path, passage, null, Compared([passage.Words]))
            : new(path, passage, WordsOf([passage.Words]).Except(WordsOf([same.Words])).Except(WordsOf(open)).ToHashSet(StringComparer.Ordinal), Put([.. WordsOf([passage.Words])], [.. WordsOf([same.Words])]));
    }

    /// <summary>What is left of words without those that two texts begin and end with.</summary>
    private static string Put(string[] now, string[] then)
    {
        var begin = now.Zip(then).TakeWhile(w => w.First == w.Second).Count();
        var end = now[begin..].Reverse().Zip(then[begin..].Reverse()).TakeWhile(w => w.First == w.Second).Count();
        return string.Join(' ', now[begin..^end]);
    }

    /// <summary>As texts are compared: word after word, whatever stands between.</summary>
    private static string Compared(IEnumerable<string> texts) => string.Join(' ', WordsOf(texts));

    /// <summary>What somebody reads of a text who may not read a passage as high as this one.</summary>
    private static IEnumerable<string> OpenTo(MarkedPassage passage, string text) => Passages.Parts(text).Where(p => p.Passage is not { } part || part.Level < passage.Level).Select(p => p.Words);

    private static IEnumerable<string> WordsOf(IEnumerable<string> texts) => texts.SelectMany(t => Word().Matches(t)).Select(m => m.Value.ToUpperInvariant());

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
