using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>
/// The key of a client: <c>wb_</c>, the client's id, and 256 random bits. Nobody guesses those, so one round of SHA-256
/// protects them; a slow hash, which passwords need, would only let anybody keep the machine busy.
/// </summary>
public sealed record ApiKey(string ClientId, string Text)
{
    private const string mark = "wb_";
    private const int secretBytes = 32;
    private const int longest = 200;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static string PrefixOf(string clientId) => mark + clientId;

    public static ApiKey New(string clientId) =>
        new(clientId, $"{mark}{clientId}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(secretBytes))}");

    public static bool TryParse(string text, [NotNullWhen(true)] out ApiKey? key)
    {
        var parts = text.Length <= longest && text.StartsWith(mark, StringComparison.Ordinal) ? text.Split('_', 3) : [];
        key = parts is [_, { Length: > 0 } id, { Length: > 0 }] ? new ApiKey(id, text) : null;
        return key is not null;
    }

    /// <summary>Compares in a time that tells nothing of where they differ; with nothing, it takes as long.</summary>
    public bool Fits(ApiClient? client) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(client?.KeyHash ?? new string('0', 64))) && client is not null;
}
