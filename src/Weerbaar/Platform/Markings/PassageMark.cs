using System.Globalization;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Markings;

/// <summary>What stands before the words of a passage: its level, its ground, and until when.</summary>
/// <param name="Later">It was marked after it had been written.</param>
public sealed record PassageMark(Marking Level, string Ground, DateOnly? Until, bool Later)
{
    /// <summary>A passage gets a number when it is stored; what covers words from before it has none.</summary>
    public static PassageMark Of(MarkedPassage passage) => new(passage.Level, passage.Ground, passage.Until, passage.Number is null);

    public string Words(Texts texts) => string.Join(" · ", new[]
    {
        Passages.CodeOf(Level),
        $"Woo {Ground}",
        Until is { } day ? texts["markings.mark.until", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : "",
        Later ? texts["markings.mark.later"] : "",
    }.Where(w => w.Length > 0));
}
