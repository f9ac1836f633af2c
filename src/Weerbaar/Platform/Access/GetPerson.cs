using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>One person, with the roles and organisations they have today.</summary>
public static class GetPerson
{
    public static async Task<KnownPerson> HandleAsync(string id, WeerbaarDb db, KnownPeople people, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        return await people.OfAsync(await db.GetAsync<Person>(id, ct), clock.Today(), ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/people/{id}", async (string id, WeerbaarDb db, KnownPeople people, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var known = await HandleAsync(id, db, people, clock, ct);
                return http.WithVersion(PersonView.Of(known), known.Person);
            })
            .Needs(Permission.ManagePeople).WithName("getPerson").WithSummary("One person, with the roles and organisations they have today");
}
