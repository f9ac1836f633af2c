using System.Globalization;
using System.Text.RegularExpressions;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Markings;

/// <summary>A passage as it stands in a text: its level, its ground, its number in the field (null until it is stored), its words.</summary>
public sealed record MarkedPassage(Marking Level, string Ground, int? Number, string Words)
{
    /// <summary>From this day on its words stand open in the text; null for as long as it is there.</summary>
    public DateOnly? Until { get; init; }

    public string Written =>
        $"[[{Passages.CodeOf(Level)} {Ground}{(Until is { } day ? $" tot {day:yyyy-MM-dd}" : "")}{(Number is { } n ? $" #{n.ToString(CultureInfo.InvariantCulture)}" : "")}: {Words}]]";

    public bool HasEnded(DateOnly today) => Until <= today;

    /// <summary>What stands in its place for who may not read it. It tells nothing of the words, not how many there are either.</summary>
    public string Withheld(string language) =>
        $"[{(language == "nl" ? "Passage gelakt" : "Passage withheld")}{(Number is { } n ? $" #{n.ToString(CultureInfo.InvariantCulture)}" : "")} — {WooGround.CitationOf(Ground)}]";
}

/// <summary>
/// Passages marked higher than the text they stand in, as authors write them: <c>[[DEPV 5.1.2.h: the words]]</c> is a
/// level, a ground of the act on open government, and the words; <c>tot 2030-01-01</c> after the ground says when it ends. Stored, each has a number in its field, so that somebody
/// who may not read it can move the sign that stands in its place without losing what is under it.
/// </summary>
public static partial class Passages
{
    /// <summary>How a passage begins.</summary>
    internal const string Opening = "[[";

    private static readonly Dictionary<string, Marking> codes = new(StringComparer.Ordinal)
    {
        ["INT"] = Marking.Internal,
        ["DEPV"] = Marking.DepartmentalConfidential,
        ["STG-C"] = Marking.StateConfidential,
        ["STG-G"] = Marking.StateSecret,
        ["STG-ZG"] = Marking.StateTopSecret,
    };

    /// <summary>The levels a passage may have, by the code they are written with.</summary>
    public static IReadOnlyDictionary<string, Marking> Codes => codes;

    public static string CodeOf(Marking level) => codes.First(c => c.Value == level).Key;

    /// <summary>A text as somebody cleared so far may have it on a day; a clearance of null shows everything as it is written.</summary>
    public static string Shown(string text, Marking? clearance, DateOnly today, string language)
    {
        if (clearance is not { } cleared || !text.Contains(Opening, StringComparison.Ordinal))
        {
            return text;
        }

        var sound = cleared < Marking.StateTopSecret ? Broken(text) : text.Length;
        var shown = Written().Replace(text[..sound], m => Of(m) is not { } passage ? m.Value : passage.HasEnded(today) ? passage.Words : passage.Level > cleared ? passage.Withheld(language) : m.Value);
        return sound == text.Length ? shown : shown + Withheld(language);
    }

    /// <summary>All passages of a text, in their order.</summary>
    public static IReadOnlyList<MarkedPassage> In(string text) =>
        text.Contains(Opening, StringComparison.Ordinal) ? [.. Written().Matches(text).Select(Of).OfType<MarkedPassage>()] : [];

    /// <summary>Whether something begins like a passage, right or wrong.</summary>
    public static bool Begins(string text) => Begun().IsMatch(text);

    /// <summary>The first thing that begins like a passage and is none, cut to a readable length; null when all are right.</summary>
    public static string? FirstWrong(string text)
    {
        var rest = Written().Replace(text, m => Of(m) is null ? m.Value : "");
        var at = rest.IndexOf(Opening, StringComparison.Ordinal);
        return at < 0 ? null : rest[at..Math.Min(rest.Length, at + 40)];
    }

    /// <summary>Rewrites each passage.</summary>
    public static string Each(string text, Func<MarkedPassage, MarkedPassage> rewrite) =>
        Written().Replace(text, m => Of(m) is { } passage ? rewrite(passage).Written : m.Value);

    /// <summary>Rewrites what stands between the passages, where that is more than space.</summary>
    public static string EachOpen(string text, Func<string, string> rewrite) => string.Concat(Parts(text).Select(part =>
        part.Passage is { } passage ? passage.Written
        : string.IsNullOrWhiteSpace(part.Words) ? part.Words
        : rewrite(part.Words.Replace(Opening, "[", StringComparison.Ordinal).Replace("]]", "]", StringComparison.Ordinal))));

    /// <summary>A text in its order: the words of each passage, and those between them.</summary>
    public static IEnumerable<(string Words, MarkedPassage? Passage)> Parts(string text)
    {
        var at = 0;
        foreach (var match in Written().Matches(text).Where(m => Of(m) is not null))
        {
            var passage = Of(match)!;
            yield return (text[at..match.Index], null);
            yield return (passage.Words, passage);
            at = match.Index + match.Length;
        }

        yield return (text[at..], null);
    }

    /// <summary>Whether a sign stands in it that is of no passage in its field: of one in the history, or of words that can't be read as a passage.</summary>
    public static bool HoldsEmptySign(string text) => EmptySign().IsMatch(text);

    /// <summary>Puts something in the place of each sign of a withheld passage, by its number.</summary>
    public static string EachSign(string text, Func<int, string> replace) =>
        Sign().Replace(text, m => replace(int.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)));

    private static string Withheld(string language) => language == "nl" ? "[Passage gelakt]" : "[Passage withheld]";

    /// <summary>Where something begins that can't be read as a passage: all from there on may be one, so who is not cleared for everything does not get it.</summary>
    private static int Broken(string text) =>
        Written().Replace(text, m => Of(m) is null ? m.Value : new string('x', m.Length)).IndexOf(Opening, StringComparison.Ordinal) is >= 0 and var at ? at : text.Length;

    private static MarkedPassage? Of(Match match)
    {
        var (number, until) = (match.Groups["number"], match.Groups["until"]);
        DateOnly? day = DateOnly.TryParseExact(until.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return codes.TryGetValue(match.Groups["level"].Value, out var level) && WooGround.Exists(match.Groups["ground"].Value) && until.Success == day.HasValue
            ? new(level, match.Groups["ground"].Value, number.Success ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : null, match.Groups["words"].Value) { Until = day }
            : null;
    }

    [GeneratedRegex(@"\[\[(?<level>[A-Z-]{3,6}) (?<ground>5\.\d(?:\.\d)?(?:\.[a-i])?)(?: (?:tot|until) (?<until>\d{4}-\d\d-\d\d))?(?: #(?<number>[1-9]\d{0,3}))?: ?(?<words>(?:(?!\[\[|\]\]).)+)\]\]", RegexOptions.Singleline)]
    private static partial Regex Written();

    [GeneratedRegex(@"\[\[\s*(?:INT|DEPV|STG)", RegexOptions.IgnoreCase)]
    private static partial Regex Begun();

    [GeneratedRegex(@"\[Passage (?:gelakt|withheld) #(?<number>[1-9]\d{0,3}) — [^\]\n]*\]")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\[Passage (?:gelakt|withheld)(?: — [^\]\n]*)?\]")]
    private static partial Regex EmptySign();
}
