using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>
/// One of the four phases of the process of 2007: collect and analyse information, work it into proposals for a decision,
/// decide, carry out and supervise; with what its steps hold and where that is. The steps are in the order of the ring.
/// </summary>
public sealed record ProcessStep(string Icon, string Title, IReadOnlyList<(string Words, string? Href)> Holds)
{
    private static readonly (string Name, string Icon, string[] Steps)[] all =
    [
        ("collect", "search", ["threats", "scenarios"]),
        ("propose", "assessment", ["assessment"]),
        ("decide", "decisions", ["decisions"]),
        ("carry-out", "measures", ["capabilities", "measures", "reports"]),
    ];

    internal static IReadOnlyList<ProcessStep> All(
        IReadOnlyDictionary<string, int> counts, IReadOnlyList<NavigationEntry> navigation, string? cycle, Texts texts) =>
        [.. all.Select((step, i) => new ProcessStep(
            step.Icon,
            texts["cycle.process.numbered", i + 1, texts[$"cycle.process.{step.Name}"]],
            [.. CycleStep.All.Where(s => step.Steps.Contains(s.Name))
                .Select(s => (s.Kind is null ? texts[s.TitleKey] : s.Note(counts, texts), s.Href(navigation, cycle)))]))];
}
