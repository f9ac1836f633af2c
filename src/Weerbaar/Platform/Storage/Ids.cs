using System.Security.Cryptography;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// Ids of what people make: 16 random characters that say nothing, so an address gives nothing away and a form
/// can carry the id of what it will make (posted twice, it makes one thing). What is loaded brings readable ids.
/// </summary>
public sealed class Ids
{
    private const string alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int length = 16;

    public string Next() => RandomNumberGenerator.GetString(alphabet, length);

    /// <summary>The id a form carries for what it will make.</summary>
    /// <exception cref="InvalidInput">It is not one that was given out.</exception>
    public static string OfForm(string? id) => id is not null && IsOurs(id) ? id : throw new InvalidInput("", "api.error.id");

    public static bool IsOurs(string id) => id.Length == length && id.All(alphabet.Contains);
}
