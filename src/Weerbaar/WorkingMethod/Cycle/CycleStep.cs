using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>A step of the ring: its name in texts and addresses, the kind of object it keeps, and the products that come from it.</summary>
internal sealed record CycleStep(string Name, string? Kind, string Path, params ProductKind[] Products)
{
    /// <summary>The steps in the order of the working method; the last leads back to the first.</summary>
    public static IReadOnlyList<CycleStep> All { get; } =
    [
        new("threats", "threat", "/threats", ProductKind.StrategicExploration, ProductKind.HorizonScan),
        new("scenarios", "scenario", "/scenarios", ProductKind.ThematicDeepening),
        new("assessment", "round", "/rounds", ProductKind.RiskAssessment, ProductKind.FindingsReport),
        new("decisions", "decision", "/decisions"),
        new("capabilities", "advice", "/advices", ProductKind.Planning),
        new("measures", "measure", "/measures"),
        new("reports", null, "/reports", ProductKind.ProgressLetter, ProductKind.MidtermReview),
    ];

    public string TitleKey => $"cycle.step.{Name}";

    public string NoteKey => $"cycle.step.{Name}.count";

    /// <summary>The list of the step, held to a cycle where one is chosen; null when the program has no page for it.</summary>
    public string? Href(IEnumerable<NavigationEntry> navigation, string? cycle) =>
        navigation.Any(n => n.Href == Path) ? PageLinks.Href(Path, (CycleFilter.InAddress, cycle ?? "")) : null;

    public string Note(IReadOnlyDictionary<string, int> counts, Texts texts) =>
        Kind is null ? texts[NoteKey] : texts.Count(NoteKey, counts.GetValueOrDefault(Kind));
}
