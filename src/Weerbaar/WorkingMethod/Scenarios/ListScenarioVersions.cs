using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>All versions of a scenario, each in full, the newest first.</summary>
public static class ListScenarioVersions
{
    public sealed record View(int Number, DateTimeOffset At, string Author, string Reason, ScenarioDescription Description);

    public static async Task<IReadOnlyList<ScenarioVersion>> HandleAsync(string id, WeerbaarDb db, CancellationToken ct)
    {
        var versions = await db.Set<ScenarioVersion>().AsNoTracking().Where(v => v.ScenarioId == id)
            .OrderByDescending(v => v.Number).ToListAsync(ct);
        return versions.Count > 0 ? versions : throw new NotThere("scenario", id);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/scenarios/{id}/versions", async (string id, WeerbaarDb db, CancellationToken ct) =>
            {
                var versions = await HandleAsync(id, db, ct);
                return new Listing<View>
                {
                    Items = [.. versions.Select(v => new View(v.Number, v.At, v.Author, v.Reason.Nl, v.Description))],
                    Total = versions.Count,
                };
            })
            .Needs(Permission.Read).WithName("listScenarioVersions").WithSummary("All versions of a scenario, in full");
}
