using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>Adds a dated statement to a threat's log: how the threat, the resilience or the approach developed.</summary>
public static class LogDevelopment
{
    public sealed record Request
    {
        public required DateOnly Date { get; init; }

        public required Side Side { get; init; }

        public Trend Trend { get; init; }

        public required Text Text { get; init; }

        public Citation Source { get; init; } = Citation.None;
    }

    public static async Task<Threat> HandleAsync(string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var threat = await db.GetAsync<Threat>(id, ct);
        db.Expect(threat, version);
        threat.Add(new Development(request.Date, request.Side, request.Trend, request.Text, request.Source));
        await db.SaveAsync(new Change("threats.log-development"), ct);
        return threat;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/threats/{id}/developments", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var threat = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(ThreatView.Of(threat), threat);
            })
            .Needs(Permission.WriteThreats).WithName("logDevelopment").WithSummary("Add a development to a threat's log");
}
