using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>What there is to choose from when a role is given.</summary>
public static class RoleChoices
{
    public static IEnumerable<SelectListItem> Roles(Texts texts) =>
        RolePermissions.OfPeople.Select(role => new SelectListItem(texts.Of(role), role.ToString()));

    public static IEnumerable<SelectListItem> Organisations(OrganisationCatalogue organisations, DateOnly today, string none) =>
        organisations.All.Where(o => o.ExistsOn(today)).Select(o => new SelectListItem($"{o.Name.Here} ({o.Code})", o.Code)).Prepend(new SelectListItem(none, ""));

    /// <summary>The id in what was filled in: the id itself, or the address of a page of the object.</summary>
    public static string? IdIn(string? filledIn)
    {
        var text = filledIn?.Trim() ?? "";
        var path = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal) ? address.AbsolutePath : text;
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => null,
            [var id] => id,
            [_, var id, ..] => id,
        };
    }
}
