namespace Weerbaar.Analysis.Scales;

/// <summary>The same words in Dutch and in English.</summary>
public sealed record Words(string Nl, string En)
{
    /// <summary>Words that are the same in both languages, such as a name or a range of numbers.</summary>
    public static Words Same(string words) => new(words, words);

    /// <summary>The words in a language by its two-letter code; English for any other than Dutch.</summary>
    public string In(string language) => language == "nl" ? Nl : En;

    public override string ToString() => En;
}
