using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Weerbaar.Platform.Site.Components;

/// <summary>Dates and moments as the reader writes them, with the exact value for machines.</summary>
public static class Moments
{
    public static string Words(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    public static string Words(DateTimeOffset moment) =>
        moment.Here().ToString("d MMM yyyy HH:mm", CultureInfo.CurrentCulture);

    /// <summary>Whether a note beside a day says more than its month and year.</summary>
    public static bool SaysMore(Text note, DateOnly? date) =>
        !note.IsEmpty && !string.Equals(note.Here.Trim(), date?.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(note.LanguageHere)), StringComparison.OrdinalIgnoreCase);

    public static IHtmlContent Html(DateOnly date) => Time(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Words(date));

    public static IHtmlContent Html(DateTimeOffset moment) =>
        Time(moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Words(moment));

    private static TagBuilder Time(string exact, string words)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = exact;
        time.InnerHtml.Append(words);
        return time;
    }
}
