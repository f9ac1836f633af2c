using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>The keys of code apps, unreadable in the database, and on the form that sets one up.</summary>
public sealed class AuthenticatorKeys(IDataProtectionProvider protection)
{
    private static readonly TimeSpan timeToSetUp = TimeSpan.FromMinutes(30);

    private readonly IDataProtector stored = protection.CreateProtector("access.authenticator-key");
    private readonly IDataProtector onForm = protection.CreateProtector("access.authenticator-key.form");

    public string Protect(byte[] key) => Convert.ToBase64String(stored.Protect(key));

    /// <summary>Null when the key was protected by keys that are lost.</summary>
    public byte[]? KeyOf(Password password) => Read(() => stored.Unprotect(Convert.FromBase64String(password.AuthenticatorKey)));

    /// <summary>A key on its way through a form: only the same person can hand it in, for half an hour.</summary>
    public string ForForm(byte[] key, string personId) =>
        onForm.ToTimeLimitedDataProtector().Protect($"{personId} {Convert.ToBase64String(key)}", timeToSetUp);

    public byte[]? FromForm(string text, string personId) => Read(() =>
    {
        var parts = onForm.ToTimeLimitedDataProtector().Unprotect(text).Split(' ');
        return parts[0] == personId ? Convert.FromBase64String(parts[1]) : null;
    });

    private static byte[]? Read(Func<byte[]?> read)
    {
        try
        {
            return read() is { Length: Totp.KeyBytes } key ? key : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
