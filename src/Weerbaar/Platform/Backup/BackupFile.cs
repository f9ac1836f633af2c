using System.Security.Cryptography;
using System.Text.Json;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>
/// The lines of a backup, each a JSON text: a head; for each table a line that names it and its columns, then a line for
/// each row; for each method edition of one's own a line; and a foot with what each table and file holds. Squeezed with gzip.
/// </summary>
public static class BackupFile
{
    public const int Form = 1;

    /// <summary>How a file squeezed with gzip begins (RFC 1952).</summary>
    public static ReadOnlySpan<byte> Magic => [0x1f, 0x8b];

    public sealed record Head(int WeerbaarBackup, string Version, int Schema, DateTimeOffset MadeAt);

    public sealed record TableLine(string Table, IReadOnlyList<string> Columns);

    public sealed record FileLine(string File, string Content)
    {
        public CopiedFile Hashed() => CopiedFile.Of(File, OwnFiles.Utf8.GetBytes(Content));
    }

    public sealed record Foot(IReadOnlyList<CopiedTable> Tables, IReadOnlyList<CopiedFile> Files);

    /// <summary>What a file of one's own held, byte for byte, when it was copied.</summary>
    public sealed record CopiedFile(string Name, string Sha256)
    {
        public static CopiedFile Of(string name, byte[] content) => new(name, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    public static byte[] Line<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, DatabaseModel.Json);
}
