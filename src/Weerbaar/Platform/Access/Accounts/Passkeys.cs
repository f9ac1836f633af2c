using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Adds and removes the passkeys of the person who is signed in.</summary>
public sealed class Passkeys(WeerbaarDb db, CurrentActor current, ServerSettings settings, IPasskeyHandler<Person> handler, PasskeyStates states, TimeProvider clock)
{
    public const int MostPerPerson = 20;

    public Task<List<Passkey>> OfAsync(string personId, CancellationToken ct) =>
        db.Set<Passkey>().AsNoTracking().Where(p => p.PersonId == personId).OrderBy(p => p.CreatedAt).ToListAsync(ct);

    public async Task<PasskeyQuestion> AskAsync(HttpContext http, CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        var person = await db.GetAsync<Person>(db.Actor.Id, ct);
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.Id, Name = person.Email, DisplayName = person.Name }, http);
        return new PasskeyQuestion(made.CreationOptionsJson, states.Protect(made.AttestationState));
    }

    public async Task AddAsync(PasskeyAnswer answer, string name, HttpContext http, CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = answer.Credential,
            AttestationState = states.Unprotect(answer.State).State,
        });
        if (!result.Succeeded || result.UserEntity.Id != db.Actor.Id)
        {
            throw new InvalidInput("", "access.passkeys.error.add");
        }

        if ((await OfAsync(db.Actor.Id, ct)).Count >= MostPerPerson)
        {
            throw new BrokenRule("access.passkeys.rule.many", MostPerPerson);
        }

        result.Passkey.Name = name;
        db.Add(new Passkey(db.Actor.Id, result.Passkey));
        await db.SaveAsync(new Change("access.add-passkey"), ct);
    }

    public async Task RemoveAsync(string id, CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        var me = db.Actor.Id;
        var gone = await db.Set<Passkey>().FirstOrDefaultAsync(p => p.PersonId == me && p.Id == id, ct) ?? throw new NotThere("passkey", id);
        if (await WaysIn.OfAsync(db, me, settings.OpenId, ct) is { HasPassword: false, Passkeys: 1, HasOpenId: false })
        {
            throw new BrokenRule("access.passkeys.rule.last");
        }

        db.Remove(gone);
        await db.SaveAsync(new Change("access.remove-passkey"), ct);
    }
}
