namespace Weerbaar.Platform.Site;

/// <summary>A list of short texts as one text with a line each, for a form.</summary>
public static class TextLines
{
    public static Text Of(IReadOnlyList<Text> texts) =>
        new(string.Join("\n", texts.Select(t => t.Nl)), string.Join("\n", texts.Select(t => t.En)));

    /// <summary>The lines of both languages, the first with the first and so on; empty pairs fall away.</summary>
    public static IReadOnlyList<Text> Lines(this Text text)
    {
        var (nl, en) = (Split(text.Nl), Split(text.En));
        return [.. Enumerable.Range(0, Math.Max(nl.Length, en.Length))
            .Select(i => new Text(nl.ElementAtOrDefault(i) ?? "", en.ElementAtOrDefault(i) ?? ""))
            .Where(t => !t.IsEmpty)];
    }

    private static string[] Split(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries);
}
