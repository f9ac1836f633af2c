using System.Security.Cryptography;

namespace Weerbaar.Platform.Backup;

/// <summary>
/// Says whether two tables hold the same rows: the SHA-256 of the sorted SHA-256 of their lines, so that the order in which
/// a database gives rows, which depends on its language, does not count. About 64 bytes of memory a row.
/// </summary>
public sealed class ContentHash
{
    private readonly List<byte[]> lines = [];

    public int Rows => lines.Count;

    public void Add(ReadOnlySpan<byte> line) => lines.Add(SHA256.HashData(line));

    public string Value()
    {
        lines.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        lines.ForEach(all.AppendData);
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
