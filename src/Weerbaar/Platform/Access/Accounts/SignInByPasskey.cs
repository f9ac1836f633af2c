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
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = answer.Credential,
            AssertionState = states.Unprotect(answer.State),
        });
        if (!result.Succeeded || result.User.Disabled)
        {
            throw await desk.RefuseAsync(null, "access.passkeys.error.sign-in", ct);
        }

        var passkey = await db.GetAsync<Passkey>(Passkey.IdOf(result.Passkey.CredentialId), ct);
        passkey.Update(result.Passkey);
        passkey.Used(clock.GetUtcNow());
        return await desk.WelcomeAsync(result.User, SignInMethod.Passkey, device, ct);
    }
}
