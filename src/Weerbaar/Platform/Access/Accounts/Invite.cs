using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Makes one-time sign-in links: for the first administrator at the console, and for people who are invited.</summary>
public sealed class Invite(WeerbaarDb db, Ids ids, TimeProvider clock)
{
    private static readonly TimeSpan lifeOfLink = TimeSpan.FromDays(3);

    /// <summary>A token for a person; whoever opens the link signs in as that person, once. Earlier links end.</summary>
    public Task<string> ForAsync(Person person, CancellationToken ct) =>
        ForAsync(person, new Change("access.invite", person.Id), ct);

    internal async Task<string> ForAsync(Person person, Change change, CancellationToken ct)
    {
        var (now, token) = (clock.GetUtcNow(), SignInLink.NewToken());
        var earlier = await db.Set<SignInLink>().Where(l => l.PersonId == person.Id && l.UsedAt == null).ToListAsync(ct);
        earlier.Where(l => l.IsGood(now)).ToList().ForEach(l => l.Withdraw(now));
        db.Add(new SignInLink(token, person.Id, now + lifeOfLink));
        await db.SaveAsync(change, ct);
        return token;
    }

    /// <summary>A token for the first administrator, who is made when there is none.</summary>
    public async Task<string> ForAdministratorAsync(CancellationToken ct)
    {
        var administrator = await db.Set<Person>().OrderBy(p => p.Id)
            .FirstOrDefaultAsync(p => p.Role == Role.Administrator && !p.Disabled, ct);
        if (administrator is null)
        {
            administrator = new Person(ids.Next(), "Administrator", "administrator@localhost", Role.Administrator, Marking.DepartmentalConfidential);
            db.Add(administrator);
        }

        return await ForAsync(administrator, ct);
    }
}
