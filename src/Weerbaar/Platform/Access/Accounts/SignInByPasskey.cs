using Microsoft.AspNetCore.Identity;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Signing in with a passkey: the browser offers what the device has, so no name is typed and none is given away.</summary>
public sealed class SignInByPasskey(WeerbaarDb db, SignInDesk desk, IPasskeyHandler<Person> handler, PasskeyStates states, TimeProvider clock)
{
    public async Task<PasskeyQuestion> AskAsync(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null!, http);
        return new PasskeyQuestion(made.RequestOptionsJson, states.Protect(made.AssertionState));
    }

    public async Task<Session> HandleAsync(PasskeyAnswer answer, string device, HttpContext http, CancellationToken ct)
    {
        desk.Open();
        var (state, askedAt) = states.Unprotect(answer.State);
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = answer.Credential,
            AssertionState = state,
        });
        var passkey = result is { Succeeded: true, User.Disabled: false } ? await db.GetAsync<Passkey>(Passkey.IdOf(result.Passkey.CredentialId), ct) : null;
        if (passkey is null || !passkey.Answers(askedAt))
        {
            throw await desk.TurnAwayAsync(null, "access.passkeys.error.sign-in", "passkey", ct);
        }

        passkey.Used(result.Passkey!, clock.GetUtcNow());
        return await desk.WelcomeAsync(passkey.PersonId, SignInMethod.Passkey, device, ct);
    }
}
