using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>From cookie to actor: session and person are read anew at every request, so a change of role, a block or a sign-out elsewhere holds at once.</summary>
internal static class CurrentPerson
{
    private const string sessionClaim = "session";

    public static Task SignInAsync(HttpContext http, Session session) =>
        http.SignInAsync(Principal(session), new AuthenticationProperties { IsPersistent = false });

    public static async Task RecogniseAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var clock = services.GetRequiredService<TimeProvider>();
        var (db, ct) = (services.GetRequiredService<WeerbaarDb>(), context.HttpContext.RequestAborted);
        var found = await FindAsync(db, context.Principal?.FindFirstValue(sessionClaim), clock.GetUtcNow(), ct);
        if (found is not var (session, person, opened) || person.Disabled || !session.IsOpen(clock.GetUtcNow()))
        {
            context.RejectPrincipal();
            return;
        }

        var current = services.GetRequiredService<CurrentActor>();
        (current.Actor, current.Session) = (person.ToActor(), session); // their roles are read as far as they may see what for
        var known = await services.GetRequiredService<KnownPeople>().OfAsync(person, clock.Today(), ct);
        current.Actor = known.ToActor(opened);
        context.ReplacePrincipal(Principal(session, [new Claim("name", person.Name), .. Roles(current.Actor)]));
    }

    /// <summary>For the frame: roles that hold everywhere open pages in the rail, others are only named.</summary>
    private static IEnumerable<Claim> Roles(Actor actor) => actor.Grants
        .Select(g => new Claim(g.Scope.IsEverywhere && g.Role.Permissions().All(g.Holds) ? "role" : SignedIn.LimitedRole, g.Role.ToString()))
        .DistinctBy(c => (c.Type, c.Value));

    private static ClaimsPrincipal Principal(Session session, params Claim[] more) =>
        new(new ClaimsIdentity([new Claim(sessionClaim, session.Id), .. more], CookieAuthenticationDefaults.AuthenticationScheme));

    private static async Task<(Session, Person, IReadOnlyDictionary<string, DateTimeOffset>)?> FindAsync(
        WeerbaarDb db, string? sessionId, DateTimeOffset now, CancellationToken ct)
    {
        var openings = OpenedInEmergency.At(db, now);
        var found = await db.Set<Session>().AsNoTracking().Where(s => s.Id == sessionId)
            .Join(db.Set<Person>(), s => s.PersonId, p => p.Id, (session, person) => new
            {
                Session = session,
                Person = person,
                Opened = openings.Where(o => o.PersonId == person.Id).ToList(),
            })
            .FirstOrDefaultAsync(ct);
        return found is null ? null : (found.Session, found.Person, OpenedInEmergency.Until(found.Opened));
    }
}
