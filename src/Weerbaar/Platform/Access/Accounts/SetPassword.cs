using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// Chooses a password together with its second step, so that a password alone never opens anything; other devices
/// are signed out, and new recovery codes replace the old.
/// </summary>
public sealed class SetPassword(
    WeerbaarDb db, CurrentActor current, IPasswordHasher<Person> hasher, AuthenticatorKeys keys, RecoveryCodes recovery, Sessions sessions, TimeProvider clock)
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <param name="NewPassword">The password chosen.</param>
    /// <param name="FormKey">The key the code app was given on the form (see <see cref="AuthenticatorKeys.ForForm"/>).</param>
    /// <param name="Code">What the code app shows for that key.</param>
    public sealed record Request(string NewPassword, string FormKey, string Code);

    /// <summary>Answers with the recovery codes, which are shown once.</summary>
    public async Task<IReadOnlyList<string>> HandleAsync(Request request, CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        var person = await db.GetAsync<Person>(db.Actor.Id, ct);
        var key = keys.FromForm(request.FormKey, person.Id) ?? throw new InvalidInput("code", "access.error.key-expired");
        var step = Totp.StepOf(key, request.Code, clock.GetUtcNow(), used: null);
        new InputCheck()
            .Require(request.NewPassword.Length is >= Shortest and <= Longest, "password", "access.error.password", Shortest, Longest)
            .Require(!GuessablePassword.Is(request.NewPassword, person.Name, person.Email), "password", "access.error.password-obvious")
            .Require(step is not null, "code", "access.error.new-code")
            .ThrowIfAny();
        var kept = await db.Set<Password>().FirstOrDefaultAsync(p => p.Id == person.Id, ct) ?? db.Add(new Password(person.Id)).Entity;
        kept.Set(hasher.HashPassword(person, request.NewPassword), keys.Protect(key), step!.Value);
        await sessions.EndOpenAsync(person.Id, s => s.Id != current.Session?.Id, ct);
        var codes = await recovery.ReplaceAsync(person.Id, ct);
        await db.SaveAsync(new Change("access.set-password"), ct);
        return codes;
    }
}
