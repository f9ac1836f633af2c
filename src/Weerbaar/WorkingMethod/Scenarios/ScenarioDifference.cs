using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>What differs in one field, in one language; a field without language has an empty one.</summary>
public sealed record FieldDifference(string Field, string Language, IReadOnlyList<Run> Runs);

/// <summary>The difference between two descriptions, field by field and word by word; what is the same is left out.</summary>
public static class ScenarioDifference
{
    /// <param name="word">The reader's words for a value of an enumeration; its English name when not given.</param>
    public static IReadOnlyList<FieldDifference> Between(
        ScenarioDescription before, ScenarioDescription after, Func<Enum, string>? word = null)
    {
        var old = Fields(before, word ?? (v => v.ToString()));
        var current = Fields(after, word ?? (v => v.ToString()));
        return [.. old.Zip(current)
            .Where(p => p.First.Words != p.Second.Words)
            .Select(p => new FieldDifference(p.First.Field, p.First.Language, WordDifference.Between(p.First.Words, p.Second.Words)))];
    }

    private static List<(string Field, string Language, string Words)> Fields(ScenarioDescription d, Func<Enum, string> word) =>
    [
        ("nature", "", word(d.Nature)),
        .. InBoth("title", language => d.Title.Words(language)),
        .. InBoth("context", language => d.Context.Words(language)),
        .. InBoth("trigger", language => d.Trigger.Words(language)),
        .. InBoth("course", language => d.Course.Words(language)),
        .. InBoth("consequences", language => Lines(d.Consequences.Select(c => $"{c.Interest}: {c.Text.Words(language)}"))),
        .. InBoth("assumptions", language => Lines(d.Assumptions.Select(a => $"{a.Text.Words(language)} ({word(a.Confidence)})"))),
        .. InBoth("planningAssumptions", language => Lines(d.PlanningAssumptions.Select(t => t.Words(language)))),
        .. InBoth("sources", language => Lines(d.Sources.Select(t => t.Words(language)))),
    ];

    private static IEnumerable<(string, string, string)> InBoth(string field, Func<string, string> words) =>
        [(field, "nl", words("nl")), (field, "en", words("en"))];

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Words(this Text text, string language) => language == "nl" ? text.Nl : text.En;
}
