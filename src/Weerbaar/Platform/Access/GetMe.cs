using Weerbaar.Platform.Api;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Platform.Access;

/// <summary>Who I am here and what I may do.</summary>
public static class GetMe
{
    public sealed record View(string Id, string Name, Marking Clearance, IReadOnlyList<Permission> Permissions, IReadOnlyList<string> Organisations);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/me", (CurrentActor current) => new View(
                current.Actor.Id, current.Actor.Name, current.Actor.Clearance, [.. current.Actor.Permissions.Order()], [.. current.Actor.Organisations.Order(StringComparer.Ordinal)]))
            .HasNoPast().Needs(Permission.Read).WithName("getMe").WithSummary("Who I am and what I may do");
}
