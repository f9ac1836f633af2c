using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>What the browser is asked about passkeys: the options of WebAuthn, and our sealed note of the challenge that comes back with the answer.</summary>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>What the browser's passkey answered, and the note of the challenge.</summary>
public sealed record PasskeyAnswer(string Credential, string State);

/// <summary>Seals the challenge on its way through the browser, for five minutes.</summary>
public sealed class PasskeyStates(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan timeToAnswer = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("access.passkey-state").ToTimeLimitedDataProtector();

    public string Protect(string? state) => seal.Protect($"{clock.GetUtcNow().UtcTicks} {state}", timeToAnswer);

    /// <summary>The challenge and when it was asked; null when it was not ours or is too old, and the handler then refuses.</summary>
    public (string? State, DateTimeOffset AskedAt) Unprotect(string note)
    {
        try
        {
            var parts = seal.Unprotect(note).Split(' ', 2);
            return (parts[1], new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero));
        }
        catch (CryptographicException)
        {
            return (null, default);
        }
    }
}
