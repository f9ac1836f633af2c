using System.Security.Cryptography;
using System.Text;

namespace Weerbaar.Platform.Drawing;

/// <summary>A cell of the table under a drawing; numbers are right-aligned, <see cref="Href"/> makes the text a link.</summary>
public sealed record TwinCell(string Text, bool IsNumber = false, string? Href = null);

/// <summary>What a drawing shows, as a table: the same figures, for who reads, hears or copies instead of looks.</summary>
public sealed record TableTwin(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<TwinCell>> Rows)
{
    /// <summary>Of its caption on a page: the same for the same caption, unlike another's.</summary>
    public string Id => "twin-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Caption)))[..8];
}
