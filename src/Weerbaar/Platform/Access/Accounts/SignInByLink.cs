using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Signing in once with the link somebody was given.</summary>
public sealed class SignInByLink(WeerbaarDb db, SignInDesk desk, TimeProvider clock)
{
    /// <summary>Whom a good link is for, without using it.</summary>
    public async Task<Person?> WhoIsAsync(string token, CancellationToken ct)
    {
        var hash = SignInLink.HashOf(token);
        var link = await db.Set<SignInLink>().FirstOrDefaultAsync(l => l.Id == hash, ct);
        return link?.IsGood(clock.GetUtcNow()) == true
            ? await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == link.PersonId && !p.Disabled, ct)
            : null;
    }

    public async Task<Session> HandleAsync(string token, string device, CancellationToken ct)
    {
        desk.Open();
        var person = await WhoIsAsync(token, ct) ?? throw await desk.TurnAwayAsync(null, "access.error.link", "link", ct);
        (await db.GetAsync<SignInLink>(SignInLink.HashOf(token), ct)).Use(clock.GetUtcNow());
        return await desk.WelcomeAsync(person.Id, SignInMethod.Link, device, ct);
    }
}
