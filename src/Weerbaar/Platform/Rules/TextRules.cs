using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Rules;

/// <summary>What holds for every title and every longer text.</summary>
public static class TextRules
{
    public const int LongestTitle = 200;
    public const int LongestProse = 20_000;
    public const int LongestReason = 500;

    public static InputCheck Title(this InputCheck check, Text title) => check
        .Require(!string.IsNullOrWhiteSpace(title.Nl + title.En), "title", "rules.title-missing")
        .Require(title.Nl.Length <= LongestTitle && title.En.Length <= LongestTitle, "title", "rules.title-long", LongestTitle);

    /// <summary>Plain text of a bounded length; what holds for every text that comes in.</summary>
    public static InputCheck Plain(this InputCheck check, string field, string text) => check
        .Require(text.Length <= InputLimits.LongestText, field, "rules.text-long", InputLimits.LongestText)
        .Require(PlainText.Is(text), field, "rules.text-control", PlainText.FirstWrong(text));

    /// <summary>Why something is done that cannot go without a reason in the journal.</summary>
    public static InputCheck Reason(this InputCheck check, string reason) =>
        check.Require(reason.Trim().Length is > 0 and <= LongestReason, "reason", "thread.error.reason");

    /// <summary>A list that names each thing once.</summary>
    public static InputCheck EachOnce(this InputCheck check, string field, IReadOnlyCollection<string> names)
    {
        var twice = names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        return check.Require(twice.Count == 0, field, "rules.twice", string.Join(", ", twice));
    }

    public static InputCheck Prose(this InputCheck check, string field, Text text) =>
        check.Require(Math.Max(text.Whole.Nl.Length, text.Whole.En.Length) <= LongestProse, field, "rules.text-long", LongestProse);
}
