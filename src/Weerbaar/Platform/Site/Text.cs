using System.Globalization;
using System.Text.Json.Serialization;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Platform.Site;

/// <summary>
/// Words of the content itself, in Dutch and English. Either may be empty; a reader then gets the other one. Passages in
/// them may be marked higher than the object (<see cref="Passages"/>): whatever reads the words gets them as its reader may
/// have them. What comes out of the database shows no marked passage until it is bound to who reads it.
/// </summary>
public sealed record Text
{
    private const Marking nobody = (Marking)(-1);

    private string nl = "";
    private string en = "";

    /// <summary>Up to which marking the passages are shown; null in words somebody writes, who may read them.</summary>
    private Marking? sight;

    private DateOnly today;

    /// <summary>For the database: closed until it is known who reads.</summary>
    private Text() => sight = nobody;

    [JsonConstructor]
    public Text(string nl, string en) => (this.nl, this.en) = (nl, en);

    public static Text Empty { get; } = new("", "");

    public string Nl
    {
        get => Passages.Shown(nl, sight, today, "nl");
        private init => nl = value;
    }

    public string En
    {
        get => Passages.Shown(en, sight, today, "en");
        private init => en = value;
    }

    public bool IsEmpty => nl.Length == 0 && en.Length == 0;

    /// <summary>The words in the reader's language, or in the other when there are none.</summary>
    public string Here => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The language <see cref="Here"/> really is in, for the <c>lang</c> attribute.</summary>
    public string LanguageHere => LanguageIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>All of it, marked passages too: for the database and the journal alone.</summary>
    internal (string Nl, string En) Whole => (nl, en);

    /// <summary>Written now, and not read from the database.</summary>
    internal bool IsOwnWords => sight is null;

    public string In(string language) => LanguageIn(language) == "en" ? En : Nl;

    public string LanguageIn(string language) => language == "en"
        ? (en.Length > 0 || nl.Length == 0 ? "en" : "nl")
        : (nl.Length > 0 || en.Length == 0 ? "nl" : "en");

    /// <summary>Equal to its reader: what neither shows plays no part.</summary>
    public bool Equals(Text? other) => other is not null && Nl == other.Nl && En == other.En;

    public override int GetHashCode() => HashCode.Combine(Nl, En);

    public override string ToString() => Here;

    internal static Text FromDatabase(string nl, string en) => new() { nl = nl, en = en };

    /// <summary>The empty text is one for all, and has nothing to show.</summary>
    internal void ShowTo(Marking clearance, DateOnly day) => (sight, today) = IsEmpty ? (sight, today) : (clearance, day);

    /// <summary>Puts in the whole of it what its writer could not see or need not say, before it is stored; asked with the language.</summary>
    internal void Complete(Func<string, string, string> complete) => (nl, en) = (complete("nl", nl), complete("en", en));
}
