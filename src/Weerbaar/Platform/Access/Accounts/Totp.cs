using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// Time-based one-time codes of six digits, a new one every thirty seconds (RFC 6238 over RFC 4226, HMAC-SHA-1: what
/// every code app knows).
/// </summary>
public static class Totp
{
    public const int KeyBytes = 20;

    private const int secondsPerStep = 30;
    private const int modulus = 1_000_000;
    private const string base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / secondsPerStep;

    public static string CodeAt(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 4226 prescribes SHA-1, and as a keyed hash it holds.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & int.MaxValue;
        return (number % modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step a code is of: this one, the one before or the one after, for clocks that differ; null when it is of none.</summary>
    /// <param name="key">The key the code app has.</param>
    /// <param name="code">What was typed; spaces do not count.</param>
    /// <param name="now">The time here.</param>
    /// <param name="used">The last step whose code was used: a code counts once.</param>
    public static long? StepOf(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long? used)
    {
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(key, step)), typed);
            found = same && (used is null || step > used) ? step : found;
        }

        return found;
    }

    /// <summary>The key as people type it over: letters and digits of RFC 4648 base 32.</summary>
    public static string Base32(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var part in key)
        {
            (bits, count) = ((bits << 8) | part, count + 8);
            for (; count >= 5; count -= 5)
            {
                text.Append(base32[(bits >> (count - 5)) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return count == 0 ? text.ToString() : text.Append(base32[(bits << (5 - count)) & 31]).ToString();
    }

    /// <summary>The address that a code app reads from a QR code.</summary>
    public static string Address(ReadOnlySpan<byte> key, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Base32(key)}&issuer={Uri.EscapeDataString(issuer)}";
}
