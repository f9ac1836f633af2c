using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary>One thing somebody may do, and the role it comes from.</summary>
/// <param name="Permission">What.</param>
/// <param name="Role">By which role.</param>
/// <param name="Organisation">For what this organisation leads, if the role holds for one.</param>
/// <param name="OnBehalfOf">The id of the person who lent the role, if it was lent.</param>
/// <param name="Until">The last day, if there is one.</param>
/// <param name="Why">The same in words.</param>
public sealed record AccessReason(Permission Permission, Role Role, string? Organisation, string? OnBehalfOf, DateOnly? Until, string Why)
{
    /// <summary>The object the role holds for, if it holds for one.</summary>
    [ObjectIds]
    public string? ObjectId { get; set; }

    public static AccessReason Of(Permission permission, HeldGrant held, AccessNames names, Texts texts) => new(
        permission, held.Grant.Role, held.Grant.Scope.Organisation, held.Grant.OnBehalfOf, LastDay(held), Words(permission, held, names, texts))
    {
        ObjectId = held.Grant.Scope.ObjectId,
    };

    /// <summary>The earlier of the last days of the role and of its delegation.</summary>
    private static DateOnly? LastDay(HeldGrant held) =>
        new[] { held.Assignment.Until, held.Delegation?.Until }.OfType<DateOnly>().Select(d => (DateOnly?)d).Min();

    private static string Words(Permission permission, HeldGrant held, AccessNames names, Texts texts)
    {
        var where = PermissionReach.Own.Contains(permission) ? texts["access.scope.everywhere"] : names.Where(held.Grant.Scope);
        var role = texts["access.explain.role", texts.Of(held.Grant.Role), where];
        var until = LastDay(held) is { } last ? ", " + texts["access.days.until", Moments.Words(last)] : "";
        return (held.Delegation is { } lent ? texts["access.explain.lent", role, names.Person(lent.FromPersonId)] : $"{role}, {names.GivenWords(held.Assignment)}") + until;
    }
}
