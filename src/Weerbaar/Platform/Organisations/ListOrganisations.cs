using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;

namespace Weerbaar.Platform.Organisations;

/// <summary>The organisations whose codes leads and partners are named by.</summary>
public static class ListOrganisations
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/organisations", (OrganisationCatalogue organisations) =>
                new Listing<Organisation> { Items = organisations.All, Total = organisations.All.Count })
            .Needs(Permission.Read).WithName("listOrganisations").WithSummary("The organisations that can lead or take part");
}
