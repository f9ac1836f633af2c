using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

/// <summary>The scenarios as the database searches, sorts and filters them for their list.</summary>
internal static class ScenarioRows
{
    /// <param name="db">As the reader sees it.</param>
    /// <param name="themes">The titles of the threats a scenario may rest on, by id.</param>
    public static DatabaseRows<Scenario> Of(WeerbaarDb db, IReadOnlyDictionary<string, string> themes)
    {
        var english = Languages.Here == "en";
        return new DatabaseRows<Scenario>(db.Set<Scenario>().AsNoTracking())
            .Search(word => HasWord(db, WordSearch.Folded(word), [.. themes.Where(t => t.Value.Holds(word)).Select(t => t.Key)]))
            .Order("title", s => (english ? (s.Title.En == "" ? s.Title.Nl : s.Title.En) : (s.Title.Nl == "" ? s.Title.En : s.Title.Nl)).ToLower())
            .Order("theme", s => db.Objects.Where(o => o.Kind == "threat" && db.Links.Any(l => l.FromId == s.Id && l.ToId == o.Id)).Min(o => english ? o.Title.En : o.Title.Nl))
            .Order("nature", s => s.Nature)
            .Order("version", s => s.Number)
            .Order("marking", s => s.Marking)
            .FilterCycle(themes.Keys)
            .Filter("theme", [.. themes.Values], title => RestsOnAny(db, [.. themes.Where(t => t.Value == title).Select(t => t.Key)]))
            .Filter("nature", Enum.GetNames<Nature>(), Has);
    }

    private static Expression<Func<Scenario, bool>> Has(string nature)
    {
        var wanted = Enum.Parse<Nature>(nature);
        return s => s.Nature == wanted;
    }

    private static Expression<Func<Scenario, bool>> HasWord(WeerbaarDb db, string word, List<string> themes) => s =>
        db.Objects.Any(o => o.Id == s.Id && o.Searched.Contains(word)) || db.Links.Any(l => l.FromId == s.Id && themes.Contains(l.ToId));

    private static Expression<Func<Scenario, bool>> RestsOnAny(WeerbaarDb db, List<string> ids) => s => db.Links.Any(l => l.FromId == s.Id && ids.Contains(l.ToId));
}
