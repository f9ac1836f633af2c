using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Signing in in two steps: the password, then a code of the code app or of the paper with recovery codes.</summary>
public sealed class SignInByPassword(
    WeerbaarDb db, SignInDesk desk, IPasswordHasher<Person> hasher, AuthenticatorKeys keys, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan timeForCode = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("access.second-step").ToTimeLimitedDataProtector();

    /// <summary>Checks the password; the ticket it gives opens the second step for five minutes.</summary>
    public async Task<string> FirstStepAsync(string email, string password, CancellationToken ct)
    {
        desk.Open();
        var address = email.Trim().ToLowerInvariant();
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Email == address, ct);
        var verified = Verify(person, password);
        return verified && MayTry(person)
            ? tickets.Protect(person!.Id, timeForCode)
            : throw await desk.RefuseAsync(person, "access.error.sign-in", ct);
    }

    /// <summary>Whether a ticket still opens the second step.</summary>
    public bool IsGood(string? ticket) => PersonOf(ticket) is not null;

    public async Task<Session> SecondStepAsync(string? ticket, string code, string device, CancellationToken ct)
    {
        desk.Open();
        var id = PersonOf(ticket);
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, ct);
        var method = MayTry(person) ? await UseAsync(person!, code, ct) : null;
        return method is { } shown
            ? await desk.WelcomeAsync(person!, shown, device, ct)
            : throw await desk.RefuseAsync(person, "access.error.code", ct);
    }

    private bool MayTry(Person? person) => person is { Disabled: false } && !person.IsLocked(clock.GetUtcNow());

    private async Task<SignInMethod?> UseAsync(Person person, string code, CancellationToken ct)
    {
        if (person.UseCode(keys.KeyOf(person), code, clock.GetUtcNow()))
        {
            return SignInMethod.Password;
        }

        var hash = RecoveryCode.HashOf(code, person.Id);
        var recovery = await db.Set<RecoveryCode>().FirstOrDefaultAsync(c => c.Id == hash && c.PersonId == person.Id, ct);
        if (recovery is not null)
        {
            db.Remove(recovery);
        }

        return recovery is null ? null : SignInMethod.RecoveryCode;
    }

    /// <summary>Hashes even when there is nobody, so that the time taken tells nothing.</summary>
    private bool Verify(Person? person, string password)
    {
        var standIn = person ?? new Person("nobody", "-", "-@-", Role.Reader, Marking.Public);
        var hash = person is { HasPassword: true } ? person.PasswordHash : hasher.HashPassword(standIn, "-");
        return hasher.VerifyHashedPassword(standIn, hash, password) != PasswordVerificationResult.Failed && person is { HasPassword: true };
    }

    private string? PersonOf(string? ticket)
    {
        try
        {
            return ticket is null ? null : tickets.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
