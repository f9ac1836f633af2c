using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Weerbaar.Platform.Markings;

/// <summary>A passage as a change left it in a text.</summary>
/// <param name="Path">Where: the names down to the text.</param>
/// <param name="Passage">The passage as it stands since.</param>
/// <param name="TookIn">The words it came to hold and that stand open no more; null where it is new, and may have taken any.</param>
public sealed record LaterPassage(string Path, MarkedPassage Passage, IReadOnlySet<string>? TookIn);

/// <summary>The passages that an object came to hold, seen from one field: those in it, and those elsewhere.</summary>
public sealed partial record PassagesSince(IReadOnlyCollection<LaterPassage> InField, IReadOnlyCollection<MarkedPassage> Elsewhere)
{
    /// <summary>Shorter words stand everywhere by chance.</summary>
    private const int shortest = 4;

    /// <summary>All that came later, seen from one field.</summary>
    public static PassagesSince Of(IEnumerable<LaterPassage> all, string path)
    {
        var seen = all.ToLookup(p => p.Path == path);
        return new([.. seen[true]], [.. seen[false].Select(p => p.Passage)]);
    }

    /// <summary>Those that stand in a value after a change, each by its path; where nothing was before, all are new.</summary>
    public static IEnumerable<LaterPassage> Between(string path, JsonNode? before, JsonNode? after) => after is JsonObject known
        ? known.SelectMany(p => Between($"{path}/{p.Key}", (before as JsonObject)?[p.Key], p.Value))
        : LaterPassages.InAll(after).Select(p => new LaterPassage(path, p, TookIn(p, before, after)));

    /// <summary>
    /// Those that cover a text: of its own field the new ones, and the rewritten ones that took in a word that stood open in
    /// it; of other fields those whose words stand open in it.
    /// </summary>
    public IReadOnlyList<MarkedPassage> Of(string then) =>
    [
        .. InField.Where(p => p.TookIn is null || p.TookIn.Overlaps(WordsOf(OpenTo(p.Passage, then)))).Select(p => p.Passage),
        .. Elsewhere.Where(p => p.Words.Trim() is { Length: >= shortest } words && OpenTo(p, then).Any(open => open.Contains(words, StringComparison.OrdinalIgnoreCase))),
    ];

    /// <summary>To rewrite a passage marks nothing, unless it takes in words that stood open, in this change or at some time before.</summary>
    internal static IReadOnlySet<string>? TookIn(MarkedPassage passage, JsonNode? before, JsonNode? after)
    {
        var same = LaterPassages.InAll(before).FirstOrDefault(t => t.Number == passage.Number && t.Level >= passage.Level && LaterPassages.EndOf(t) >= LaterPassages.EndOf(passage));
        return same is null ? null : WordsOf([passage.Words]).Except(WordsOf([same.Words])).Except(WordsOf(LaterPassages.TextsIn(after).SelectMany(text => OpenTo(passage, text)))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What somebody reads of a text who may not read a passage as high as this one.</summary>
    private static IEnumerable<string> OpenTo(MarkedPassage passage, string text) => Passages.Parts(text).Where(p => p.Passage is not { } part || part.Level < passage.Level).Select(p => p.Words);

    private static IEnumerable<string> WordsOf(IEnumerable<string> texts) => texts.SelectMany(t => Word().Matches(t)).Select(m => m.Value.ToUpperInvariant());

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
