using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>Changes what a capability advice says and what it rests on.</summary>
public static class EditAdvice
{
    public sealed record Request : AdviceDescription
    {
        public required IReadOnlyList<string> RestsOn { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<CapabilityAdvice> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        var advice = await db.GetAsync<CapabilityAdvice>(id, ct);
        db.Expect(advice, version);
        advice.Describe(request);
        organisations.Check("leads", request.Leads);
        advice.LinkTo(await db.KeepUnseenAsync("restsOn", advice.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("capabilities.edit", request.Reason), ct);
        return advice;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/advices/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, HttpContext http, CancellationToken ct) =>
            {
                var advice = await HandleAsync(id, version.Version, request, db, organisations, ct);
                return http.WithVersion(AdviceView.Of(advice), advice);
            })
            .Needs(Permission.WriteCapabilities).WithName("editAdvice").WithSummary("Change a capability advice");
}
