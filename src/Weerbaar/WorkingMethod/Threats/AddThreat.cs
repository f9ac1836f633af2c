using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>Puts a threat or theme in the register.</summary>
public static class AddThreat
{
    public sealed record Request
    {
        public ThreatKind ThreatKind { get; init; }

        public required Text Title { get; init; }

        public Text Summary { get; init; } = Text.Empty;

        public IReadOnlyList<Text> IncidentCategories { get; init; } = [];

        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<Threat> HandleAsync(string id, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var threat = new Threat(id, request.ThreatKind, request.Title, request.Summary, request.IncidentCategories);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        threat.LinkTo(request.RestsOn);
        threat.Mark(db.MarkingOfNew(request.Marking));
        db.Add(threat);
        await db.SaveAsync(new Change("threats.add"), ct);
        return threat;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/threats", async (Request request, WeerbaarDb db, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var threat = await HandleAsync(ids.Next(), request, db, ct);
                return http.CreatedAt("threats", ThreatView.Of(threat), threat);
            })
            .Needs(Permission.WriteThreats).WithName("addThreat").WithSummary("Put a threat or theme in the register");
}
