using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>One product.</summary>
public static class GetProduct
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/products/{id}", async (string id, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var product = await db.GetAsync<Product>(id, ct);
                return http.WithVersion(ProductView.Of(product, db.Day), product);
            })
            .Needs(Permission.Read).WithName("getProduct").WithSummary("A product of the calendar");
}
