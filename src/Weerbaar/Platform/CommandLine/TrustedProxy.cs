using System.Net;

namespace Weerbaar.Platform.CommandLine;

/// <summary>The networks of proxies that are believed, as an operator writes them.</summary>
internal static class TrustedProxy
{
    public const string Variable = "WEERBAAR_TRUSTED_PROXY";

    /// <summary>What the environment says: networks with a comma or a space between them.</summary>
    public static string[] FromEnvironment() => (Environment.GetEnvironmentVariable(Variable) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <exception cref="BadUse">One is no network, or everybody.</exception>
    public static IReadOnlyList<IPNetwork> Read(IReadOnlyList<string> networks) => [.. networks.Select(Read)];

    private static IPNetwork Read(string text)
    {
        var isNetwork = IPNetwork.TryParse(text.Contains('/', StringComparison.Ordinal) ? text : $"{text}/{(text.Contains(':', StringComparison.Ordinal) ? 128 : 32)}", out var network);
        BadUse.Unless(isNetwork, $"--trusted-proxy '{text}' is no network. Write the address of the proxy, as 10.1.2.3, or its network, as 10.1.2.0/24.");
        BadUse.Unless(network.PrefixLength > 0, $"--trusted-proxy '{text}' is every address there is, so anybody could say to be anybody. Name the proxy or its network.");
        return network;
    }
}
