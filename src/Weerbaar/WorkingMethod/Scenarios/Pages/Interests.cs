using Weerbaar.Analysis.Scales;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

/// <summary>The vital interests by code, as the method editions name them.</summary>
public static class Interests
{
    /// <summary>The interests to describe consequences for: the set most editions have, the last edition's words.</summary>
    public static IReadOnlyList<Interest> Common(EditionCatalogue editions) => editions.All
        .GroupBy(e => string.Join(' ', e.Edition.Interests.Select(i => i.Id)))
        .MaxBy(g => g.Count())?.Last().Edition.Interests ?? [];

    /// <summary>The name of an interest, or its code where no edition has it.</summary>
    public static string Name(EditionCatalogue editions, string id)
    {
        var known = Common(editions).Concat(editions.All.SelectMany(e => e.Edition.Interests)).FirstOrDefault(i => i.Id == id);
        return known?.Name.In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? id;
    }
}
