using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>Changes how a threat is described and what it rests on.</summary>
public static class EditThreat
{
    public sealed record Request
    {
        public required ThreatKind ThreatKind { get; init; }

        public required Text Title { get; init; }

        public required Text Summary { get; init; }

        public required IReadOnlyList<Text> IncidentCategories { get; init; }

        public required IReadOnlyList<string> RestsOn { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Threat> HandleAsync(string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var threat = await db.GetAsync<Threat>(id, ct);
        db.Expect(threat, version);
        threat.Describe(request.ThreatKind, request.Title, request.Summary, request.IncidentCategories);
        threat.LinkTo(await db.KeepUnseenAsync("restsOn", threat.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("threats.edit", request.Reason), ct);
        return threat;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/threats/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var threat = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(ThreatView.Of(threat), threat);
            })
            .Needs(Permission.WriteThreats).WithName("editThreat").WithSummary("Change a threat");
}
