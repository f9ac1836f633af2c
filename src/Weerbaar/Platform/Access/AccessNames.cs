using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>The names behind the ids that roles and delegations hold: of people, organisations, and objects the actor may see.</summary>
public sealed class AccessNames(
    IReadOnlyDictionary<string, string> people, IReadOnlyDictionary<string, IndexedObject> objects, OrganisationCatalogue organisations, Texts texts)
{
    public static async Task<AccessNames> ReadAsync(
        WeerbaarDb db, IEnumerable<RoleScope> scopes, OrganisationCatalogue organisations, Texts texts, CancellationToken ct)
    {
        var ids = scopes.Select(s => s.ObjectId).OfType<string>().Distinct().ToList();
        var objects = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var people = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new AccessNames(people, objects, organisations, texts);
    }

    /// <summary>A person's name, or who it was otherwise: the program itself, or nobody knows.</summary>
    public string Person(string id) => people.GetValueOrDefault(id)
        ?? texts[id switch
        {
            "" => "access.by.unknown",
            OpenId.FollowRules.ByRule => "access.by.rule",
            _ when id == Actor.Console.Id => "journal.who.console",
            _ => "access.by.gone",
        }];

    /// <summary>Where a role holds, in words.</summary>
    public string Where(RoleScope scope) => scope switch
    {
        { Organisation: { } code } => texts["access.scope.organisation", organisations.NameOf(code).Here],
        { ObjectId: { } id } => texts["access.scope.object", objects.GetValueOrDefault(id)?.Title.Here ?? id],
        _ => texts["access.scope.everywhere"],
    };

    /// <summary>By whom and when a role was given, in words.</summary>
    public string GivenWords(RoleAssignment role) => role.GivenAt is { } at
        ? texts["access.given", Person(role.GivenBy), Moments.Words(at)]
        : texts["access.given.before"];
}
