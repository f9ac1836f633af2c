namespace Weerbaar.Platform.Yaml;

/// <summary>What the parser of YAML says, in words for who wrote the file.</summary>
internal static class YamlWords
{
    private const string unclosed = "a text with a quote is opened here and not closed.";

    private static readonly (string Says, string Means)[] all =
    [
        (" tab", "a tab stands where YAML wants spaces. Indent with spaces."),
        ("found invalid mapping", "a key is not expected here. Check the indentation; put text that holds ': ' between quotes."),
        ("expected ',' or ']'", "a list that began with '[' misses a ',' or its ']' before this place."),
        ("expected ',' or '}'", "a group of keys that began with '{' misses a ',' or its '}' before this place."),
        ("did not find expected key", "the indentation does not fit the lines above it."),
        ("did not find expected '-' indicator", "the items of this list do not stand below one another: give each '- ' the same indentation."),
        ("cannot start any token", "a text cannot begin with this character. Put the text between quotes."),
        ("unknown escape character", "a backslash between double quotes stands before something it has no meaning for. Write two backslashes, or use single quotes."),
        ("quoted scalar", unclosed),
        ("anchor or alias", "a text cannot begin with * or &. Put the text between quotes."),
        ("directive", "a line cannot begin with %. Put the text between quotes."),
        ("did not find expected", "something is missing or misplaced here. Check the brackets and the indentation."),
    ];

    /// <summary>The message in plain words; as it is when it is one of our own.</summary>
    public static string Of(string message) =>
        message.StartsWith("While ", StringComparison.Ordinal) || message.StartsWith("did not ", StringComparison.Ordinal)
            ? all.FirstOrDefault(w => message.Contains(w.Says, StringComparison.OrdinalIgnoreCase)).Means ?? message
            : message;

    /// <summary>Whether the place to look is where something began, and not where the parser gave up.</summary>
    public static bool IsAboutItsBeginning(string means) => means == unclosed;
}
