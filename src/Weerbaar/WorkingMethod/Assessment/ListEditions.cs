using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The method editions, each with what of it was not checked against its publication.</summary>
public static class ListEditions
{
    public sealed record View(string Id, Words Title, DateOnly VersionDate, string Sha256, IReadOnlyList<string> Criteria, IReadOnlyList<Words> Unverified)
    {
        public static View Of(LoadedEdition loaded) => new(
            loaded.Edition.Id, loaded.Edition.Title, loaded.Edition.Version, loaded.Sha256,
            [.. loaded.Edition.Criteria.Select(c => c.Id)], [.. loaded.Edition.Unverified.Select(p => p.Part)]);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/method-editions", (EditionCatalogue editions) => new Listing<View>
            {
                Items = [.. editions.All.Select(View.Of)],
                Total = editions.All.Count,
            })
            .Needs(Permission.Read).WithName("listEditions").WithSummary("The method editions");
}
