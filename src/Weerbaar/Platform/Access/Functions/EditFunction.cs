using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Functions;

/// <summary>Changes a function, or ends it by giving its last day.</summary>
public static class EditFunction
{
    public record Request
    {
        /// <summary>The code of the organisation.</summary>
        public required string Organisation { get; init; }

        public required string Name { get; init; }

        public required DateOnly From { get; init; }

        /// <summary>The last day; empty when none is known.</summary>
        public DateOnly? Until { get; init; }

        internal FunctionDescription Describe() => new(Organisation, Name, From, Until);
    }

    public static async Task<PersonFunction> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var function = await db.GetAsync<PersonFunction>(id, ct);
        db.Expect(function, version);
        function.Describe(request.Describe());
        organisations.CheckDuring(request.From, request.Until, db.Day, "organisation", request.Organisation);
        await db.SaveAsync(new Change("access.edit-function", function.PersonId), ct);
        return function;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/functions/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, HttpContext http, CancellationToken ct) =>
            {
                var function = await HandleAsync(id, version.Version, request, db, organisations, ct);
                return http.WithVersion(FunctionView.Of(function), function);
            })
            .Needs(Permission.ManagePeople).WithName("editFunction").WithSummary("Change or end a function");
}
