using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Rules;

/// <summary>What holds for every title and every longer text.</summary>
public static class TextRules
{
    public const int LongestTitle = 200;
    public const int LongestProse = 20_000;

    public static InputCheck Title(this InputCheck check, Text title) => check
        .Require(!string.IsNullOrWhiteSpace(title.Nl + title.En), "title", "rules.title-missing")
        .Require(title.Nl.Length <= LongestTitle && title.En.Length <= LongestTitle, "title", "rules.title-long", LongestTitle);

    public static InputCheck Prose(this InputCheck check, string field, Text text) =>
        check.Require(text.Nl.Length <= LongestProse && text.En.Length <= LongestProse, field, "rules.text-long", LongestProse);
}
