using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Signing in by a one-time link or by password. A refusal never says whether the person exists.</summary>
public sealed class SignIn(WeerbaarDb db, CurrentActor current, IPasswordHasher<Person> hasher, TimeProvider clock)
{
    private const string refused = "access.error.sign-in";

    /// <summary>Whom a good link is for, without using it.</summary>
    public async Task<Person?> WhoIsAsync(string token, CancellationToken ct)
    {
        var hash = SignInLink.HashOf(token);
        var link = await db.Set<SignInLink>().FirstOrDefaultAsync(l => l.Id == hash, ct);
        return link?.IsGood(clock.GetUtcNow()) == true
            ? await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == link.PersonId && !p.Disabled, ct)
            : null;
    }

    public async Task<Person> ByLinkAsync(string token, CancellationToken ct)
    {
        current.Actor = Actor.SignInDesk;
        var person = await WhoIsAsync(token, ct) ?? throw new InvalidInput("", "access.error.link");
        (await db.GetAsync<SignInLink>(SignInLink.HashOf(token), ct)).Use(clock.GetUtcNow());
        await db.SaveAsync(new Change("access.sign-in-by-link", person.Id), ct);
        return person;
    }

    public async Task<Person> ByPasswordAsync(string email, string password, CancellationToken ct)
    {
        current.Actor = Actor.SignInDesk;
        var address = email.Trim().ToLowerInvariant();
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Email == address, ct);
        var verified = Verify(person, password);
        var now = clock.GetUtcNow();
        if (person is null || person.Disabled || person.IsLocked(now) || !verified)
        {
            person?.Failed(now);
            await db.SaveAsync(new Change("access.refused"), ct);
            throw new InvalidInput("", refused);
        }

        person.Succeeded();
        await db.SaveAsync(new Change("access.sign-in-by-password"), ct);
        return person;
    }

    public async Task SetPasswordAsync(string personId, string password, CancellationToken ct)
    {
        new InputCheck().Require(password.Length is >= 12 and <= 200, "password", "access.error.password").ThrowIfAny();
        var person = await db.GetAsync<Person>(personId, ct);
        person.SetPassword(hasher.HashPassword(person, password), SignInLink.NewToken());
        await db.SaveAsync(new Change("access.set-password"), ct);
    }

    /// <summary>Hashes even when there is nobody, so that the time taken tells nothing.</summary>
    private bool Verify(Person? person, string password)
    {
        var standIn = person ?? new Person("nobody", "-", "-@-", Role.Reader, Marking.Public);
        var hash = person?.PasswordHash is { Length: > 0 } known ? known : hasher.HashPassword(standIn, "-");
        return hasher.VerifyHashedPassword(standIn, hash, password) != PasswordVerificationResult.Failed && person?.PasswordHash.Length > 0;
    }
}
