using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>The scenarios to choose from: those chosen, and those whose title has the words looked for.</summary>
public sealed record RoundChoices(IReadOnlyList<Scenario> Shown, IReadOnlyCollection<string> Chosen, int Total)
{
    public static async Task<RoundChoices> OfAsync(WeerbaarDb db, RoundForm form, CancellationToken ct)
    {
        var all = await ListScenarios.HandleAsync(db, null, null, ct);
        var words = WordSearch.Words(form.Find);
        var shown = all.Where(s => form.ScenarioIds.Contains(s.Id) || words.All(s.Title.Here.Holds))
            .OrderBy(s => s.Title.Here, StringComparer.CurrentCulture);
        return new([.. shown], form.ScenarioIds, all.Count);
    }
}
