using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

public enum ApiClientState
{
    Open,
    Expired,
    Revoked,
}

/// <summary>A client as who manages people sees it.</summary>
public sealed record ApiClientView(
    string Id, string Prefix, string Name, string Owner, IReadOnlyList<Permission> Permissions, Marking Clearance, DateOnly Until, DateTimeOffset? UsedAt, ApiClientState State, long Version)
{
    public static ApiClientView Of(ApiClient client, string owner, DateTimeOffset? usedAt, DateOnly today) => new(
        client.Id, client.Prefix, client.Name, owner, client.Permissions, client.Clearance, client.Until, usedAt,
        client.RevokedAt is not null ? ApiClientState.Revoked : client.IsOpen(today) ? ApiClientState.Open : ApiClientState.Expired, client.Version);
}

/// <summary>Every client of the API there is or was.</summary>
public static class ListApiClients
{
    public static async Task<IReadOnlyList<ApiClientView>> HandleAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var clients = await db.Set<ApiClient>().AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(ct);
        var owners = await db.Set<Person>().AsNoTracking().Where(p => db.Set<ApiClient>().Any(c => c.OwnerId == p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var uses = await db.Set<ApiClientUse>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.UsedAt, ct);
        return [.. clients.Select(c => ApiClientView.Of(c, owners.GetValueOrDefault(c.OwnerId, "–"), uses.TryGetValue(c.Id, out var used) ? used : null, today))];
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/api-clients", async (WeerbaarDb db, TimeProvider clock, CancellationToken ct) =>
            {
                var clients = await HandleAsync(db, clock.Today(), ct);
                return new Listing<ApiClientView> { Items = clients, Total = clients.Count };
            })
            .Needs(Permission.ManagePeople).WithName("listApiClients").WithSummary("The clients of the API");
}
