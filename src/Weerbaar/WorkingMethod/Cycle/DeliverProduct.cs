using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>Records the day a product was delivered, or takes it back.</summary>
public static class DeliverProduct
{
    public sealed record Request
    {
        /// <summary>The day it was delivered; null when it was not after all.</summary>
        public required DateOnly? Delivered { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Product> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var product = await db.GetAsync<Product>(id, ct);
        db.Expect(product, version);
        new InputCheck().Require(request.Delivered is null || request.Delivered <= db.Day, "delivered", "cycle.error.future").ThrowIfAny();
        product.Deliver(request.Delivered);
        await db.SaveAsync(new Change("cycle.deliver", request.Reason.Trim()), ct);
        return product;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/products/{id}/delivery", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var product = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(ProductView.Of(product, db.Day), product);
            })
            .Needs(Permission.PlanCycle).WithName("deliverProduct").WithSummary("Record the day a product was delivered");
}
