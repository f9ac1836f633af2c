using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Adds a person with a first role, and makes the one-time link to invite them with.</summary>
public sealed class AddPerson(WeerbaarDb db, KnownPeople people, Invite invite, GiveRole give, OrganisationCatalogue organisations, Ids ids, TimeProvider clock)
{
    public sealed record Request : GiveRole.Content
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required Marking Clearance { get; init; }

        /// <summary>The code of the organisation they work for; empty when that is not known yet.</summary>
        public string? WorksFor { get; init; }

        /// <summary>What their function there is called, from today on.</summary>
        public string? Function { get; init; }
    }

    public sealed record View(PersonView Person, string SignInPath);

    public async Task<View> HandleAsync(string id, Request request, CancellationToken ct)
    {
        invite.NeedMay(request.Clearance);
        var person = db.Add(new Person(id, request.Name, request.Email, request.Clearance)).Entity;
        await give.NewAsync(id, request, ct);
        AddFunction(id, request.WorksFor ?? "", (request.Function ?? "").Trim());
        var token = await invite.ForAsync(person, ct);
        return new View(PersonView.Of(await people.OfAsync(person, clock.Today(), ct)), $"/sign-in/{token}");
    }

    private void AddFunction(string personId, string organisation, string name)
    {
        if (organisation.Length + name.Length > 0)
        {
            var today = clock.Today();
            new InputCheck()
                .Require(organisation.Length > 0, "worksFor", "access.functions.error.organisation")
                .Require(name.Length is > 0 and <= FunctionDescription.LongestName, "function", "access.functions.error.name", FunctionDescription.LongestName)
                .ThrowIfAny();
            organisations.CheckOn(today, "worksFor", [organisation]);
            db.Add(new PersonFunction(ids.Next(), personId, new(organisation, name, today, null)));
        }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/people", async (Request request, AddPerson add, Ids ids, CancellationToken ct) =>
            {
                var view = await add.HandleAsync(ids.Next(), request, ct);
                return TypedResults.Created($"/api/v1/people/{view.Person.Id}", view);
            })
            .Needs(Permission.ManagePeople).WithName("addPerson").WithSummary("Add a person with a first role, and make an invitation");
}
