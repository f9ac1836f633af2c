using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Sets the marking of any object, with the reason, how long it holds, and for whom.</summary>
public static class MarkObject
{
    public sealed record Request
    {
        public required Marking Marking { get; init; }

        public required string Reason { get; init; }

        /// <summary>The day it falls by itself to <see cref="FallsTo"/>.</summary>
        public DateOnly? Until { get; init; }

        public Marking FallsTo { get; init; }

        public Tlp? Tlp { get; init; }

        /// <summary>Codes of the organisations whose people alone may see it.</summary>
        public IReadOnlyList<string> ReleasedTo { get; init; } = [];

        internal MarkingTerms Terms => new(Marking, Until, FallsTo, Tlp, ReleasedTo);
    }

    public static async Task<MarkedObject> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, ObjectKinds kinds, OrganisationCatalogue organisations, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.NeedSomewhere(Permission.SetMarking);
        request.Terms.Check(new InputCheck().Reason(request.Reason), clock.Today()).ThrowIfAny();
        db.Ceiling.Check("marking", request.Marking);
        var marked = await GetMarking.FindAsync(id, db, kinds, ct);
        organisations.CheckOn(clock.Today(), "releasedTo", request.ReleasedTo, ReleaseList.Codes(marked.ReleasedTo));
        NeedKeepSight(db, request);
        db.Expect(marked, version);
        marked.Mark(request.Terms, db.Actor.Name, clock.GetUtcNow(), request.Reason.Trim());
        await db.SaveAsync(new Change("objects.mark", request.Reason.Trim()), ct);
        return marked;
    }

    /// <summary>Nobody hides something from themselves: there would be nobody left to undo it.</summary>
    private static void NeedKeepSight(WeerbaarDb db, Request request) => new InputCheck()
        .Require(request.ReleasedTo.Count == 0 || db.SeesEverything || request.ReleasedTo.Any(db.Actor.Organisations.Contains), "releasedTo", "markings.error.release-own")
        .ThrowIfAny();

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/objects/{id}/marking", async (
                string id, IfMatch version, Request request, WeerbaarDb db, ObjectKinds kinds, OrganisationCatalogue organisations, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var marked = await HandleAsync(id, version.Version, request, db, kinds, organisations, clock, ct);
                return http.WithVersion(GetMarking.View.Of(marked), marked);
            })
            .Needs(Permission.SetMarking).WithName("markObject").WithSummary("Set the marking of an object");
}

/// <summary>The marking of any object: who set it, when, why, until when, and for whom.</summary>
public static class GetMarking
{
    public sealed record View(
        string Id, string Kind, Marking Marking, string SetBy, DateTimeOffset? SetAt, string Reason, DateOnly? Until, Marking? FallsTo, Marking? FellFrom,
        Tlp? Tlp, IReadOnlyList<string> ReleasedTo, long Version)
    {
        public static View Of(MarkedObject marked) => new(
            marked.Id, marked.Kind, marked.Marking, marked.MarkedBy, marked.MarkedAt, marked.MarkReason,
            marked.MarkedUntil, marked.MarkedUntil is null ? null : marked.FallsTo, marked.FellFrom, marked.Tlp, ReleaseList.Codes(marked.ReleasedTo), marked.Version);
    }

    /// <exception cref="NotThere">There is no such object, or none the actor may see.</exception>
    public static async Task<MarkedObject> FindAsync(string id, WeerbaarDb db, ObjectKinds kinds, CancellationToken ct)
    {
        var kind = await db.Objects.Where(o => o.Id == id).Select(o => o.Kind).FirstOrDefaultAsync(ct) ?? throw new NotThere("object", id);
        return await kinds[kind].GetAsync(db, id, ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/objects/{id}/marking", async (string id, WeerbaarDb db, ObjectKinds kinds, HttpContext http, CancellationToken ct) =>
            {
                var marked = await FindAsync(id, db, kinds, ct);
                return http.WithVersion(View.Of(marked), marked);
            })
            .Needs(Permission.Read).WithName("getMarking").WithSummary("The marking of an object: who set it, why, until when, and for whom");
}
