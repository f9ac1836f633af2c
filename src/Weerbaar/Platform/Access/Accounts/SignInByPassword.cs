using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Signing in in two steps: the password, then a code of the code app or of the paper with recovery codes.</summary>
public sealed class SignInByPassword(
    WeerbaarDb db, SignInDesk desk, SignInTurns turns, IPasswordHasher<Person> hasher, AuthenticatorKeys keys, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan timeForCode = TimeSpan.FromMinutes(5);
    private static readonly Person nobody = new("nobody", "-", "-@-", Marking.Public);

    /// <summary>What is compared with when there is no password, so that it takes as long.</summary>
    private static string? standIn;

    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("access.second-step").ToTimeLimitedDataProtector();

    /// <summary>Checks the password; the ticket it gives opens the second step for five minutes.</summary>
    public Task<string> FirstStepAsync(string email, string password, CancellationToken ct)
    {
        desk.Open();
        var address = Person.AddressOf(email);
        return turns.InTurnAsync(address, async () =>
        {
            var (person, kept) = await FindAsync(p => p.Email == address, ct);
            var verified = Verify(kept, password);
            return verified && MayTry(person, kept)
                ? tickets.Protect(person!.Id, timeForCode)
                : throw await desk.RefuseAsync(person?.Id, "access.error.sign-in", ct);
        }, ct);
    }

    /// <summary>Whether a ticket still opens the second step.</summary>
    public bool IsGood(string? ticket) => PersonOf(ticket) is not null;

    public Task<Session> SecondStepAsync(string? ticket, string code, string device, CancellationToken ct)
    {
        desk.Open();
        var id = PersonOf(ticket);
        return turns.InTurnAsync(id ?? "", async () =>
        {
            var (person, kept) = await FindAsync(p => p.Id == id, ct);
            var method = MayTry(person, kept) ? await UseAsync(kept!, code, ct) : null;
            if (method is not { } shown)
            {
                throw await desk.RefuseAsync(person?.Id, "access.error.code", ct);
            }

            kept!.Succeeded();
            return await desk.WelcomeAsync(kept.Id, shown, device, ct);
        }, ct);
    }

    private async Task<(Person?, Password?)> FindAsync(System.Linq.Expressions.Expression<Func<Person, bool>> who, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(who, ct);
        var id = person?.Id ?? "";
        return (person, await db.Set<Password>().FirstOrDefaultAsync(p => p.Id == id, ct));
    }

    private bool MayTry(Person? person, Password? kept) => person is { Disabled: false } && kept?.IsLocked(clock.GetUtcNow()) == false;

    private async Task<SignInMethod?> UseAsync(Password kept, string code, CancellationToken ct)
    {
        if (kept.UseCode(keys.KeyOf(kept), code, clock.GetUtcNow()))
        {
            return SignInMethod.Password;
        }

        var hash = RecoveryCode.HashOf(code, kept.Id);
        var recovery = await db.Set<RecoveryCode>().FirstOrDefaultAsync(c => c.Id == hash && c.PersonId == kept.Id, ct);
        if (recovery is not null)
        {
            db.Remove(recovery);
        }

        return recovery is null ? null : SignInMethod.RecoveryCode;
    }

    /// <summary>Compares once whoever it is, so that the time taken tells nothing.</summary>
    private bool Verify(Password? kept, string password)
    {
        standIn ??= hasher.HashPassword(nobody, "-");
        var same = hasher.VerifyHashedPassword(nobody, kept?.Hash ?? standIn, password) != PasswordVerificationResult.Failed;
        return same && kept is not null;
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
