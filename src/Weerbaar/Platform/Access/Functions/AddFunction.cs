using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Functions;

/// <summary>Says that a person has a function in an organisation.</summary>
public static class AddFunction
{
    public sealed record Request : EditFunction.Request
    {
        public required string PersonId { get; init; }
    }

    public static async Task<PersonFunction> HandleAsync(
        string id, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var description = request.Describe();
        description.Check();
        organisations.CheckDuring(request.From, request.Until, db.Day, "organisation", request.Organisation);
        db.RelyOn(await db.GetAsync<Person>(request.PersonId, ct));
        var function = db.Add(new PersonFunction(id, request.PersonId, description)).Entity;
        await db.SaveAsync(new Change("access.add-function", request.PersonId), ct);
        return function;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/functions", async (
                Request request, WeerbaarDb db, OrganisationCatalogue organisations, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var function = await HandleAsync(ids.Next(), request, db, organisations, ct);
                return http.CreatedAt("functions", FunctionView.Of(function), function);
            })
            .Needs(Permission.ManagePeople).WithName("addFunction").WithSummary("Give a person a function in an organisation");
}
