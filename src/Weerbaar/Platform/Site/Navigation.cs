using System.Security.Claims;

namespace Weerbaar.Platform.Site;

/// <summary>The three parts of the rail: the working method, what runs beside it, and the house itself.</summary>
public enum NavigationGroup
{
    WorkingMethod,
    Beside,
    Administration,
}

/// <summary>
/// A place in the rail. A step registers its own: <c>services.AddSingleton(new NavigationEntry(…))</c>.
/// <paramref name="Roles"/> empty means everybody who is signed in.
/// </summary>
public sealed record NavigationEntry(string Key, string TextKey, string Href, string Icon, int Order, NavigationGroup Group, params string[] Roles)
{
    public bool IsFor(ClaimsPrincipal person) => Roles.Length == 0 || SignedIn.Of(person).Roles.Intersect(Roles).Any();

    public bool IsCurrent(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href);
}

/// <summary>What the frame says of the person signed in, read from the claims alone.</summary>
public sealed record SignedIn(string? Name, string? Language, IReadOnlyList<string> Roles, IReadOnlyList<string> LimitedRoles)
{
    /// <summary>The claim of a role that holds only for some organisation or object, or that does not bring all it could.</summary>
    public const string LimitedRole = "limited-role";

    public static SignedIn Of(ClaimsPrincipal person) => new(
        person.FindFirstValue("name") ?? person.FindFirstValue(ClaimTypes.Name),
        person.FindFirstValue("language"),
        [.. person.Claims.Where(c => c.Type is "role" or ClaimTypes.Role).Select(c => c.Value)],
        [.. person.FindAll(LimitedRole).Select(c => c.Value)]);

    /// <summary>The roles in the reader's words, where the interface has words for them.</summary>
    public string RoleWords(Texts texts) =>
        string.Join(", ", Roles.Union(LimitedRoles).Select(r => Texts.All.ContainsKey($"enum.Role.{r}") ? texts[$"enum.Role.{r}"] : r));
}
