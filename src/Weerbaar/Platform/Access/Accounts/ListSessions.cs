using Weerbaar.Platform.Api;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Where I am signed in.</summary>
public static class ListSessions
{
    public sealed record View(string Id, SignInMethod Method, string Device, DateTimeOffset StartedAt, bool Current);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/me/sessions", async (CurrentActor current, Sessions sessions, CancellationToken ct) =>
            {
                var open = await sessions.OfAsync(current.Actor.Id, ct);
                return new Listing<View>
                {
                    Items = [.. open.Select(s => new View(s.Id, s.Method, s.Device, s.StartedAt, s.Id == current.Session?.Id))],
                    Total = open.Count,
                };
            })
            .HasNoPast().Needs(Permission.Read).WithName("listSessions").WithSummary("Where I am signed in");
}
