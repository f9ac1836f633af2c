using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>Puts a product in the calendar.</summary>
public static class PlanProduct
{
    public sealed record Request : ProductDescription
    {
        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<Product> HandleAsync(
        string id, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        var product = new Product(id, request);
        organisations.Check("lead", request.Leads);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        product.LinkTo(request.RestsOn);
        product.Mark(db.MarkingOfNew(request.Marking));
        db.Add(product);
        await db.SaveAsync(new Change("cycle.plan"), ct);
        return product;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/products", async (
                Request request, WeerbaarDb db, OrganisationCatalogue organisations, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var product = await HandleAsync(ids.Next(), request, db, organisations, ct);
                return http.CreatedAt("products", ProductView.Of(product, db.Day), product);
            })
            .Needs(Permission.PlanCycle).WithName("planProduct").WithSummary("Put a product in the calendar");
}
