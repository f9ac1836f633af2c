using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>
/// Gives a person the roles and functions that follow from the rules, and takes back those that followed and no longer
/// do; a rule for an organisation that is not there today gives nothing. What an administrator gave stays. To be saved by the caller.
/// </summary>
public sealed class FollowRules(WeerbaarDb db, OrganisationCatalogue organisations, Ids ids, TimeProvider clock)
{
    /// <summary>Who gave a role that follows from what the issuer says.</summary>
    public const string ByRule = "open-id";

    public async Task HandleAsync(string personId, IReadOnlyList<ClaimRule> granted, CancellationToken ct)
    {
        var holding = granted.Where(r => r.Organisation is not { } code || organisations.Find(code)?.ExistsOn(clock.Today()) == true).ToList();
        await RolesAsync(personId, holding, ct);
        await FunctionsAsync(personId, holding, ct);
    }

    private async Task RolesAsync(string personId, IReadOnlyList<ClaimRule> granted, CancellationToken ct)
    {
        var wanted = granted.Select(r => (r.Role, r.Organisation)).ToHashSet();
        var given = await db.Set<RoleAssignment>().Where(a => a.PersonId == personId && a.GivenBy == ByRule && a.EndedAt == null).ToListAsync(ct);
        var now = clock.GetUtcNow();
        given.Where(a => !wanted.Contains((a.Role, a.Organisation))).ToList().ForEach(a => a.End(now));
        foreach (var (role, organisation) in wanted.Except(given.Select(a => (a.Role, a.Organisation))))
        {
            db.Add(new RoleAssignment(ids.Next(), personId, role, new RoleScope { Organisation = organisation }, new Given(ByRule, now), clock.Today()));
        }
    }

    /// <summary>A rule for an organisation says that somebody works there: what is released to it, they see.</summary>
    private async Task FunctionsAsync(string personId, IReadOnlyList<ClaimRule> granted, CancellationToken ct)
    {
        var today = clock.Today();
        var wanted = granted.Where(r => r.Organisation is not null).DistinctBy(r => r.Organisation).ToList();
        var given = await db.Set<PersonFunction>().Where(f => f.PersonId == personId && f.ByRule && (f.Until == null || f.Until >= today)).ToListAsync(ct);
        foreach (var function in given)
        {
            Keep(function, wanted.Find(r => r.Organisation == function.Organisation), today);
        }

        foreach (var rule in wanted.Where(r => given.All(f => f.Organisation != r.Organisation)))
        {
            db.Add(new PersonFunction(ids.Next(), personId, new FunctionDescription(rule.Organisation!, rule.FunctionName, today, null), byRule: true));
        }
    }

    /// <summary>Called as the rule calls it now; without a rule it holds no more from today on, and one that began today never did.</summary>
    private void Keep(PersonFunction function, ClaimRule? rule, DateOnly today)
    {
        if (rule is not null)
        {
            function.Describe(new(function.Organisation, rule.FunctionName, function.From, function.Until));
        }
        else if (function.From < today)
        {
            function.EndBefore(today);
        }
        else
        {
            db.Remove(function);
        }
    }
}
