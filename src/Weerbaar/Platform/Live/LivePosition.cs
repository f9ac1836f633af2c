using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Weerbaar.Platform.Live;

/// <summary>
/// How far in the journal a browser is, as it carries it: sealed, because the bare number would tell how much happens that
/// the reader may not see.
/// </summary>
public sealed class LivePosition(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Weerbaar.Live");

    public string Seal(long seq)
    {
        var number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, seq);
        return Base64Url.EncodeToString(protector.Protect(number));
    }

    /// <summary>The number inside; null when it is none of ours, or its key is gone.</summary>
    public long? Open(string? position)
    {
        if (string.IsNullOrEmpty(position) || !Base64Url.IsValid(position))
        {
            return null;
        }

        try
        {
            return BinaryPrimitives.ReadInt64BigEndian(protector.Unprotect(Base64Url.DecodeFromChars(position)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
