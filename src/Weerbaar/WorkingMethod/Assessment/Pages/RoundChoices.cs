using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>The scenarios to choose from: those chosen, and those whose title has the words looked for.</summary>
public sealed record RoundChoices(IReadOnlyList<Scenario> Shown, IReadOnlyCollection<string> Chosen, int Total)
{
    /// <summary>As many as fit a form; looking for a word finds the others.</summary>
    private const int most = 200;

    public static async Task<RoundChoices> OfAsync(WeerbaarDb db, RoundForm form, CancellationToken ct)
    {
        var all = db.Set<Scenario>().AsNoTracking();
        var found = WordSearch.Words(form.Find).Aggregate(all, (some, word) => some.TitleHas(db, word));
        var some = await found.OrderBy(s => s.Title.Nl).ThenBy(s => s.Id).Take(most).ToListAsync(ct);
        var chosen = await all.Where(s => form.ScenarioIds.Contains(s.Id)).ToListAsync(ct);
        var shown = some.UnionBy(chosen, s => s.Id).OrderBy(s => s.Title.Here, StringComparer.CurrentCulture);
        return new([.. shown], form.ScenarioIds, await all.CountAsync(ct));
    }
}
