using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Weerbaar.Platform.Backup;

/// <summary>With what a backup is sealed: a passphrase that people remember, or the bytes of a key file.</summary>
public sealed record Seal(byte Kind, byte[] Secret)
{
    public const int ShortestPassphrase = 12;
    public const int ShortestKey = 32;

    public static Seal Passphrase(string text) => new(1, Encoding.UTF8.GetBytes(text));

    public static Seal Key(byte[] content) => new(2, content);
}

/// <summary>
/// The form of a sealed file: a head with a salt, then blocks of 64 KiB under AES-256-GCM. Each block's nonce is its number
/// and whether it is the last, so that blocks can't be moved, repeated, left out or cut off unseen (the STREAM construction
/// of Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015). The key comes from a passphrase by PBKDF2 with SHA-256 and
/// 600 000 rounds, from a key file by HKDF.
/// </summary>
internal static class SealedFile
{
    public const int BlockLength = 1 << 16;
    public const int TagLength = 16;
    public const int HeadLength = magicLength + 1 + saltLength;

    private const int magicLength = 10;
    private const int saltLength = 16;
    private const int rounds = 600_000;

    public static ReadOnlySpan<byte> Magic => "WEERBAAR1\n"u8;

    public static byte[] NewHead(Seal seal) => [.. Magic, seal.Kind, .. RandomNumberGenerator.GetBytes(saltLength)];

    public static byte KindOf(ReadOnlySpan<byte> head) => head[magicLength];

    public static AesGcm Open(Seal seal, ReadOnlySpan<byte> head)
    {
        var salt = head[(magicLength + 1)..].ToArray();
        var key = seal.Kind == 1
            ? Rfc2898DeriveBytes.Pbkdf2(seal.Secret, salt, rounds, HashAlgorithmName.SHA256, 32)
            : HKDF.DeriveKey(HashAlgorithmName.SHA256, seal.Secret, 32, salt, Magic.ToArray());
        return new AesGcm(key, TagLength);
    }

    public static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[12];
        nonce[0] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }
}
