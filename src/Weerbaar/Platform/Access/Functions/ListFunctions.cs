using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Functions;

/// <summary>Who does what for which organisation, now and before.</summary>
public static class ListFunctions
{
    public static async Task<IReadOnlyList<PersonFunction>> HandleAsync(WeerbaarDb db, string? personId, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        return await db.Set<PersonFunction>().AsNoTracking().Where(f => personId == null || f.PersonId == personId)
            .OrderBy(f => f.PersonId).ThenByDescending(f => f.From).ThenBy(f => f.Id).ToListAsync(ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/functions", async (WeerbaarDb db, string? personId, CancellationToken ct) =>
            {
                var functions = await HandleAsync(db, personId, ct);
                return new Listing<FunctionView> { Items = [.. functions.Select(FunctionView.Of)], Total = functions.Count };
            })
            .Needs(Permission.ManagePeople).WithName("listFunctions").WithSummary("Who has which function in which organisation");
}
