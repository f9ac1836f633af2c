using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Sets the marking of any object, with the reason.</summary>
public static class MarkObject
{
    public sealed record Request
    {
        public required Marking Marking { get; init; }

        public required string Reason { get; init; }
    }

    public sealed record View(string Id, string Kind, Marking Marking, long Version);

    public static async Task<MarkedObject> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, ObjectKinds kinds, CancellationToken ct)
    {
        db.Actor.NeedSomewhere(Permission.SetMarking);
        new InputCheck()
            .Reason(request.Reason)
            .Require(Enum.IsDefined(request.Marking), "marking", "thread.error.marking")
            .ThrowIfAny();
        var kind = await db.Objects.Where(o => o.Id == id).Select(o => o.Kind).FirstOrDefaultAsync(ct)
            ?? throw new NotThere("object", id);
        var marked = await kinds[kind].GetAsync(db, id, ct);
        db.Expect(marked, version);
        marked.Mark(request.Marking);
        await db.SaveAsync(new Change("objects.mark", request.Reason.Trim()), ct);
        return marked;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/objects/{id}/marking", async (
                string id, IfMatch version, Request request, WeerbaarDb db, ObjectKinds kinds, HttpContext http, CancellationToken ct) =>
            {
                var marked = await HandleAsync(id, version.Version, request, db, kinds, ct);
                return http.WithVersion(new View(marked.Id, marked.Kind, marked.Marking, marked.Version), marked);
            })
            .Needs(Permission.SetMarking).WithName("markObject").WithSummary("Set the marking of an object");
}
