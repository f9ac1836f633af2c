using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The vital interests of the editions: to describe are those of the edition that shares most with the others.</summary>
public static class EditionInterests
{
    public static VitalInterests Of(EditionCatalogue editions)
    {
        var fullest = editions.All.OrderBy(e => Shared(e, editions)).ThenBy(e => e.Edition.Interests.Count).LastOrDefault();
        return new VitalInterests(fullest?.Edition.Interests ?? [], [.. editions.All.SelectMany(e => e.Edition.Interests)]);
    }

    private static int Shared(LoadedEdition edition, EditionCatalogue editions) => editions.All
        .Where(other => other != edition)
        .Sum(other => other.Edition.Interests.Count(theirs => edition.Edition.Interests.Any(own => own.Id == theirs.Id && own.Name == theirs.Name)));
}
