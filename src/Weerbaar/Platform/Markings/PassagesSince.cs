using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Weerbaar.Platform.Markings;

/// <summary>A passage that a text came to hold.</summary>
/// <param name="Path">Where: the names down to the text.</param>
/// <param name="Passage">The passage as it stands since.</param>
/// <param name="Marks">Whether it marked words then that had stood open, and was no passage already that was only rewritten.</param>
public sealed record LaterPassage(string Path, MarkedPassage Passage, bool Marks);

/// <summary>The passages that came later: those that marked something in one field, and all others of the object.</summary>
public sealed partial record PassagesSince(IReadOnlyCollection<MarkedPassage> InField, IReadOnlyCollection<MarkedPassage> Others)
{
    /// <summary>Shorter words stand everywhere by chance.</summary>
    private const int shortest = 4;

    /// <summary>All that came later, seen from one field.</summary>
    public static PassagesSince Of(IEnumerable<LaterPassage> all, string path)
    {
        var seen = all.ToLookup(p => p.Marks && p.Path == path, p => p.Passage);
        return new([.. seen[true]], [.. seen[false]]);
    }

    /// <summary>Those that a change brought to a value or left in it, each by its path; to what was not there before, all are new.</summary>
    public static IEnumerable<LaterPassage> Between(string path, JsonNode? before, JsonNode? after) => after is JsonObject known
        ? known.SelectMany(p => Between($"{path}/{p.Key}", (before as JsonObject)?[p.Key], p.Value))
        : LaterPassages.InAll(after).Select(p => new LaterPassage(path, p, Marks(p, before, after)));

    /// <summary>Those that cover a text: of its own field all that marked something there, of the others those whose words stand open in it.</summary>
    public IReadOnlyList<MarkedPassage> Of(string then) =>
        [.. InField, .. Others.Where(p => p.Words.Trim() is { Length: >= shortest } words && OpenTo(p, then).Any(open => open.Contains(words, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>To rewrite a passage marks nothing, unless it took in words that stood open.</summary>
    internal static bool Marks(MarkedPassage passage, JsonNode? before, JsonNode? after)
    {
        var same = LaterPassages.InAll(before).FirstOrDefault(t => t.Number == passage.Number && t.Level >= passage.Level && LaterPassages.EndOf(t) >= LaterPassages.EndOf(passage));
        return same is null || MoreIn(OpenTo(passage, before), OpenTo(passage, after)).Intersect(MoreIn([passage.Words], [same.Words])).Any();
    }

    /// <summary>What somebody reads who may not read a passage as high as this one.</summary>
    private static IEnumerable<string> OpenTo(MarkedPassage passage, JsonNode? node) => LaterPassages.TextsIn(node).SelectMany(text => OpenTo(passage, text));

    private static IEnumerable<string> OpenTo(MarkedPassage passage, string text) => Passages.Parts(text).Where(p => p.Passage is not { } part || part.Level < passage.Level).Select(p => p.Words);

    /// <summary>The words that stand in some texts more often than in others.</summary>
    private static IEnumerable<string> MoreIn(IEnumerable<string> texts, IEnumerable<string> others)
    {
        var there = Counts(others);
        return Counts(texts).Where(w => w.Value > there.GetValueOrDefault(w.Key)).Select(w => w.Key);
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> texts) =>
        texts.SelectMany(t => Word().Matches(t)).GroupBy(m => m.Value.ToUpperInvariant(), StringComparer.Ordinal).ToDictionary(w => w.Key, w => w.Count(), StringComparer.Ordinal);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
