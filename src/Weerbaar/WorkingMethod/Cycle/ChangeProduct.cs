using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>Changes what a product is, who leads, and when it is due. Another due date needs its reason.</summary>
public static class ChangeProduct
{
    public sealed record Request : ProductDescription
    {
        public required IReadOnlyList<string> RestsOn { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Product> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        var product = await db.GetAsync<Product>(id, ct);
        db.Expect(product, version);
        new InputCheck()
            .Require(product.Due is null || product.Due == request.Due || request.Reason.Trim().Length > 0, "reason", "cycle.error.reason")
            .ThrowIfAny();
        product.Describe(request);
        organisations.Check("lead", request.Leads);
        product.LinkTo(await db.KeepUnseenAsync("restsOn", product.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("cycle.change", request.Reason.Trim()), ct);
        return product;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/products/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, OrganisationCatalogue organisations,
                HttpContext http, CancellationToken ct) =>
            {
                var product = await HandleAsync(id, version.Version, request, db, organisations, ct);
                return http.WithVersion(ProductView.Of(product, db.Day), product);
            })
            .Needs(Permission.PlanCycle).WithName("changeProduct").WithSummary("Change a product of the calendar");
}
