using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>Ends a client; its key is refused from the next request on.</summary>
public static class RevokeApiClient
{
    public static async Task<ApiClient> HandleAsync(string id, long? version, WeerbaarDb db, DateTimeOffset now, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var client = await db.GetAsync<ApiClient>(id, ct);
        if (version is { } seen)
        {
            db.Expect(client, seen);
        }

        client.Revoke(now);
        await db.SaveAsync(new Change("access.revoke-api-client"), ct);
        return client;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/api-clients/{id}/revoke", async (string id, IfMatch version, WeerbaarDb db, TimeProvider clock, CancellationToken ct) =>
            {
                await HandleAsync(id, version.Version, db, clock.GetUtcNow(), ct);
                return TypedResults.NoContent();
            })
            .Needs(Permission.ManagePeople).WithName("revokeApiClient").WithSummary("End a client of the API");
}
