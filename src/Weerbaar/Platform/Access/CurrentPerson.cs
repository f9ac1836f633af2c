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
        var current = services.GetRequiredService<CurrentActor>();
        var (actor, _) = await current.ApartAsync(() => ActorAsync(services, context.Principal?.FindFirstValue(sessionClaim), clock, ct));
        if (actor is null)
        {
            context.RejectPrincipal();
            return;
        }

        current.Actor = actor;
        context.ReplacePrincipal(Principal(current.Session!, [new Claim("name", actor.Name), .. Roles(actor)]));
    }

    /// <summary>Two questions: who it is and for whom they work; and, as far as such a one may see what for, with which roles.</summary>
    private static async Task<Actor?> ActorAsync(IServiceProvider services, string? sessionId, TimeProvider clock, CancellationToken ct)
    {
        var found = await FindAsync(services.GetRequiredService<WeerbaarDb>(), sessionId, clock, ct);
        if (found is not { Person.Disabled: false } known || !known.Session.IsOpen(clock.GetUtcNow()))
        {
            return null;
        }

        var current = services.GetRequiredService<CurrentActor>();
        (current.Actor, current.Session) = (known.Person.ToActor(known.Organisations), known.Session);
        return (await services.GetRequiredService<KnownPeople>().OfAsync(known.Person, clock.Today(), ct)).ToActor(OpenedInEmergency.Until(known.Opened));
    }

    /// <summary>For the frame: roles that hold everywhere open pages in the rail, others are only named.</summary>
    private static IEnumerable<Claim> Roles(Actor actor) => actor.Grants
        .Select(g => new Claim(g.Scope.IsEverywhere && g.Role.Permissions().All(g.Holds) ? "role" : SignedIn.LimitedRole, g.Role.ToString()))
        .DistinctBy(c => (c.Type, c.Value));

    private static ClaimsPrincipal Principal(Session session, params Claim[] more) =>
        new(new ClaimsIdentity([new Claim(sessionClaim, session.Id), .. more], CookieAuthenticationDefaults.AuthenticationScheme));

    private sealed record Found(Session Session, Person Person, IReadOnlyList<EmergencyOpening> Opened, IReadOnlyList<string> Organisations);

    private static Task<Found?> FindAsync(WeerbaarDb db, string? sessionId, TimeProvider clock, CancellationToken ct)
    {
        var (openings, functions) = (OpenedInEmergency.At(db, clock.GetUtcNow()), KnownPeople.HeldOn(db, clock.Today()));
        return db.Set<Session>().AsNoTracking().AsSingleQuery().Where(s => s.Id == sessionId)
            .Join(db.Set<Person>(), s => s.PersonId, p => p.Id, (session, person) => new Found(
                session,
                person,
                openings.Where(o => o.PersonId == person.Id).ToList(),
                functions.Where(f => f.PersonId == person.Id).Select(f => f.Organisation).ToList()))
            .FirstOrDefaultAsync(ct);
    }
}
