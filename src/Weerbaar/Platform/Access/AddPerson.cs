using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Adds a person with a first role, and makes the one-time link to invite them with.</summary>
public sealed class AddPerson(WeerbaarDb db, KnownPeople people, Invite invite, GiveRole give, TimeProvider clock)
{
    public sealed record Request : GiveRole.Content
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required Marking Clearance { get; init; }
    }

    public sealed record View(PersonView Person, string SignInPath);

    public async Task<View> HandleAsync(string id, Request request, CancellationToken ct)
    {
        invite.NeedMay(request.Clearance);
        var person = db.Add(new Person(id, request.Name, request.Email, request.Clearance)).Entity;
        await give.NewAsync(id, request, ct);
        var token = await invite.ForAsync(person, ct);
        return new View(PersonView.Of(await people.OfAsync(person, clock.Today(), ct)), $"/sign-in/{token}");
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/people", async (Request request, AddPerson add, Ids ids, CancellationToken ct) =>
            {
                var view = await add.HandleAsync(ids.Next(), request, ct);
                return TypedResults.Created($"/api/v1/people/{view.Person.Id}", view);
            })
            .Needs(Permission.ManagePeople).WithName("addPerson").WithSummary("Add a person with a first role, and make an invitation");
}
