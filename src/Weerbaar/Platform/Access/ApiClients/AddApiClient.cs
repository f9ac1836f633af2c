using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>Makes a client with a key, which is shown this once.</summary>
public sealed class AddApiClient(WeerbaarDb db, CurrentActor current, KnownPeople people, MarkingCeiling ceiling, Ids ids, TimeProvider clock)
{
    public sealed record Request
    {
        public required string Name { get; init; }

        /// <summary>The id of the person who answers for it; without it, who makes it.</summary>
        public string? OwnerId { get; init; }

        /// <summary>What it may do besides reading.</summary>
        public IReadOnlyList<Permission> Permissions { get; init; } = [];

        public required Marking Clearance { get; init; }

        /// <summary>The last day the key works, at most a year from now.</summary>
        public required DateOnly Until { get; init; }
    }

    public sealed record View(ApiClientView Client, string Key);

    /// <summary>A key is a way in: it is made by somebody who has just shown who they are, or at the console.</summary>
    public async Task<View> HandleAsync(Request request, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        if (db.Actor != Actor.Console)
        {
            current.NeedFreshSession(clock.GetUtcNow());
        }

        var scope = new ApiClientScope([.. request.Permissions.Distinct()], request.Clearance, request.Until);
        var owner = await OwnerAsync(request.OwnerId ?? db.Actor.Id, ct);
        scope.Check(db.Actor, await people.OfAsync(owner, clock.Today(), ct), clock.Today());
        ceiling.Check("clearance", request.Clearance);
        var key = ApiKey.New(ids.Next());
        var client = db.Add(new ApiClient(key.ClientId, request.Name, owner.Id, scope, key, clock.GetUtcNow())).Entity;
        await db.SaveAsync(new Change("access.add-api-client"), ct);
        return new View(ApiClientView.Of(client, owner.Name, null, clock.Today()), key.Text);
    }

    private async Task<Person> OwnerAsync(string id, CancellationToken ct)
    {
        try
        {
            return await db.GetAsync<Person>(id, ct) is { Disabled: false } owner ? owner : throw new InvalidInput("ownerId", "access.api-clients.error.no-owner");
        }
        catch (NotThere)
        {
            throw new InvalidInput("ownerId", "access.api-clients.error.no-owner");
        }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/api-clients", async (Request request, AddApiClient add, CancellationToken ct) =>
            {
                var view = await add.HandleAsync(request, ct);
                return TypedResults.Created($"/api/v1/api-clients/{view.Client.Id}", view);
            })
            .Needs(Permission.ManagePeople).WithName("addApiClient").WithSummary("Make a client of the API with a key that is shown once");
}
