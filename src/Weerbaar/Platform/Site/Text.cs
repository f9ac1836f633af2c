using System.Globalization;

namespace Weerbaar.Platform.Site;

/// <summary>Words of the content itself, in Dutch and English. Either may be empty; a reader then gets the other one.</summary>
public sealed record Text(string Nl, string En)
{
    public static Text Empty { get; } = new("", "");

    public bool IsEmpty => Nl.Length == 0 && En.Length == 0;

    /// <summary>The words in the reader's language, or in the other when there are none.</summary>
    public string Here => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The language <see cref="Here"/> really is in, for the <c>lang</c> attribute.</summary>
    public string LanguageHere => LanguageIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public string In(string language) => LanguageIn(language) == "en" ? En : Nl;

    public string LanguageIn(string language) => language == "en"
        ? (En.Length > 0 || Nl.Length == 0 ? "en" : "nl")
        : (Nl.Length > 0 || En.Length == 0 ? "nl" : "en");

    public override string ToString() => Here;
}
