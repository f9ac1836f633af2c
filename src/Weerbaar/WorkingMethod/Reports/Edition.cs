using System.Globalization;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>What a reader may ask of a report: up to which marking, and in which language.</summary>
public sealed record Edition(Marking Marking, string Language)
{
    public static IReadOnlyList<string> Languages { get; } = ["nl", "en"];

    /// <summary>The words for markings in addresses and on the command line.</summary>
    public static IReadOnlyCollection<string> Markings => [.. MarkingWords.All.Keys];

    public string MarkingWord => WordOf(Marking);

    /// <exception cref="InvalidInput">It is none of <see cref="Markings"/>.</exception>
    public static Marking ReadMarking(string asked) =>
        MarkingWords.All.TryGetValue(asked, out var marking) ? marking : throw new InvalidInput("marking", "reports.error.marking");

    /// <summary>The language asked for, or the one that is spoken here.</summary>
    /// <exception cref="InvalidInput">It is none of <see cref="Languages"/>.</exception>
    public static string ReadLanguage(string? asked)
    {
        var language = string.IsNullOrEmpty(asked) ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : asked;
        return Languages.Contains(language) ? language : throw new InvalidInput("lang", "reports.error.language");
    }

    public static string WordOf(Marking marking) => MarkingWords.Of(marking);

    /// <summary>Makes something with words, numbers and dates as they are written in the edition's language.</summary>
    public T In<T>(Func<T> make)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language == "nl" ? "nl-NL" : "en-GB");
            return make();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
