using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>What differs between two versions of a scenario.</summary>
public static class CompareScenarioVersions
{
    public sealed record View(int From, int To, IReadOnlyList<FieldDifference> Fields);

    public static async Task<View> HandleAsync(
        string id, int from, int to, WeerbaarDb db, Func<Enum, string>? word, CancellationToken ct)
    {
        var versions = await db.Set<ScenarioVersion>().AsNoTracking()
            .Where(v => v.ScenarioId == id && (v.Number == from || v.Number == to)).ToDictionaryAsync(v => v.Number, ct);
        return versions.TryGetValue(from, out var before) && versions.TryGetValue(to, out var after)
            ? new View(from, to, ScenarioDifference.Between(before.Description, after.Description, word))
            : throw new NotThere("version", id);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/scenarios/{id}/difference", (string id, int from, int to, WeerbaarDb db, CancellationToken ct) =>
                HandleAsync(id, from, to, db, word: null, ct))
            .Needs(Permission.Read).WithName("compareScenarioVersions").WithSummary("What differs between two versions, word by word");
}
