using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Makes one-time sign-in links: for the first administrator at the console, and for people who are invited.</summary>
public sealed class Invite(WeerbaarDb db, Ids ids, TimeProvider clock)
{
    private static readonly TimeSpan lifeOfLink = TimeSpan.FromDays(3);

    /// <summary>A token for a person; whoever opens the link signs in as that person, once.</summary>
    public async Task<string> ForAsync(Person person, CancellationToken ct)
    {
        var token = SignInLink.NewToken();
        db.Add(new SignInLink(token, person.Id, clock.GetUtcNow() + lifeOfLink));
        await db.SaveAsync(new Change("access.invite", person.Id), ct);
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
