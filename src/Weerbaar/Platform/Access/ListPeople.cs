using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Everybody who may sign in.</summary>
public static class ListPeople
{
    public static async Task<IReadOnlyList<KnownPerson>> HandleAsync(WeerbaarDb db, KnownPeople people, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        return await people.AllAsync(clock.Today(), ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/people", async (WeerbaarDb db, KnownPeople people, TimeProvider clock, CancellationToken ct) =>
            {
                var all = await HandleAsync(db, people, clock, ct);
                return new Listing<PersonView> { Items = [.. all.Select(PersonView.Of)], Total = all.Count };
            })
            .Needs(Permission.ManagePeople).WithName("listPeople").WithSummary("Everybody who may sign in");
}
