using System.Net;
using System.Net.Sockets;

namespace Weerbaar.Platform.CommandLine;

/// <summary>The address to listen on, checked before the server starts.</summary>
internal static class ListenAddress
{
    private const string form = "Write it as http://localhost:5080, or with the IP address of this machine, or http://*:5080 for all of its addresses.";

    /// <exception cref="BadUse">Nothing can listen there.</exception>
    public static string Read(string url)
    {
        // A wildcard is no host name to Uri.
        var isAddress = Uri.TryCreate(url.Replace("//*", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri);
        BadUse.Unless(isAddress && uri!.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo == "", $"--url '{url}' is no address to listen on. {form}");
        // The server would take any other name for "all addresses".
        BadUse.Unless(uri!.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _), $"--url '{url}' names a host. {form}");
        return url;
    }

    /// <exception cref="BadUse">It is no address people could use.</exception>
    public static Uri? ReadPublic(string? url)
    {
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.PathAndQuery == "/" && uri.UserInfo == "";
        BadUse.Unless(url is null || isAddress, $"--public-url '{url}' is no address people can use. Write it as https://weerbaar.example.org, without a path.");
        return uri;
    }

    /// <summary>Tries whether anything can listen there and lets it go again, so that nothing is made for a server that can't start.</summary>
    /// <exception cref="BadUse">The port is taken, this user may not use it, the address is of another machine, or there is no certificate for it.</exception>
    public static void RequireFree(string url, bool hasCertificate)
    {
        var uri = new Uri(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal));
        BadUse.Unless(uri.Scheme == "http" || hasCertificate, $"Can't listen on {url}: there is no certificate for it. Put a reverse proxy with TLS in front and use http, or give --certificate and --certificate-key.");
        try
        {
            var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(uri.Host.Trim('[', ']'));
            using var listener = new TcpListener(address, uri.Port);
            listener.Start();
        }
        catch (SocketException refused) when (Trouble(url, refused) is { } trouble)
        {
            throw new BadUse(trouble, refused);
        }
    }

    /// <summary>What to say when the server could not start there; null when it was something else.</summary>
    public static string? Trouble(string url, Exception refused) => refused switch
    {
        InvalidOperationException => $"Can't listen on {url}: {refused.Message}",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"Can't listen on {url}: this user may not use that port. Choose one from 1024 with --url.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"Can't listen on {url}: this machine does not have that address. Choose another with --url.",
        IOException or SocketException => $"Can't listen on {url}: {refused.Message.TrimEnd('.')}. Stop what listens there, or choose another address.",
        _ => null,
    };
}
