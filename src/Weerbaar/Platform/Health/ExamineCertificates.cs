using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Health;

/// <summary>Certificates: the one the program serves with, and the one people meet at the public address. Are they of now, for long enough, and whole up to a root?</summary>
public static class ExamineCertificates
{
    private static readonly TimeSpan soon = TimeSpan.FromDays(30);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>The files of <c>--certificate</c> and <c>--certificate-key</c>; nothing where there are none.</summary>
    public static IReadOnlyList<Finding> OfFiles(string? certificate, string? key, DateTimeOffset now)
    {
        try
        {
            return ReadCertificate.From(certificate, key, now) is { } read ? [Look("certificate", read.Leaf, read.Intermediates, now)] : [];
        }
        catch (BadUse wrong)
        {
            return [Finding.Bad("certificate", wrong.Message, "")];
        }
    }

    /// <summary>What the public address shows, asked as a browser asks; nothing where that is not over TLS.</summary>
    public static async Task<IReadOnlyList<Finding>> OfAddressAsync(Uri? address, DateTimeOffset now, CancellationToken ct)
    {
        if (address?.Scheme != Uri.UriSchemeHttps)
        {
            return [];
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(patience);
        try
        {
            return [await AskAsync(address, now, late.Token)];
        }
        catch (Exception failed) when (failed is SocketException or IOException or AuthenticationException || (failed is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return [Finding.Note("public address", $"{address.Authority} does not answer over TLS from here: {(failed is OperationCanceledException ? "it took too long" : failed.Message)}", "Look at it from where people are.")];
        }
    }

    /// <param name="what">What to call it in the finding.</param>
    /// <param name="leaf">The certificate itself.</param>
    /// <param name="between">What is sent along.</param>
    /// <param name="now">The moment.</param>
    public static Finding Look(string what, X509Certificate2 leaf, X509Certificate2Collection between, DateTimeOffset now)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{leaf.Subject}, until {leaf.NotAfter.ToUniversalTime():yyyy-MM-dd}");
        return now >= leaf.NotAfter ? Finding.Bad(what, $"{words}: it ended", "Renew it.")
            : now < leaf.NotBefore ? Finding.Bad(what, $"{words}: it has not begun", "Set the clock right, or wait.")
            : InChain(what, words, leaf, between, now) ?? (leaf.NotAfter - now < soon
                ? Finding.Note(what, words, "Renew it soon.")
                : Finding.Good(what, words));
    }

    /// <summary>What is wrong between the certificate and a root that this machine knows; null when nothing is.</summary>
    private static Finding? InChain(string what, string words, X509Certificate2 leaf, X509Certificate2Collection between, DateTimeOffset now)
    {
        using var chain = new X509Chain { ChainPolicy = Policy() };
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(between);
        chain.Build(leaf);
        var wrong = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        return wrong switch
        {
            X509ChainStatusFlags.NoError => null,
            X509ChainStatusFlags.UntrustedRoot => Finding.Note(what, $"{words}: this machine does not know the root {chain.ChainElements[^1].Certificate.Subject}", "With a root of your own, see that the browsers of people know it."),
            _ when wrong.HasFlag(X509ChainStatusFlags.PartialChain) => Finding.Bad(what, $"{words}: the certificate of {chain.ChainElements[^1].Certificate.Issuer} is not sent along and not known here", "Put all certificates between it and the root in the file, each after the one it signed; add a root of your own to those this machine trusts."),
            _ => Finding.Bad(what, $"{words}: {chain.ChainStatus[0].StatusInformation.Trim()}", "Renew it, with all between it and the root."),
        };
    }

    private static async Task<Finding> AskAsync(Uri address, DateTimeOffset now, CancellationToken ct)
    {
        Finding? found = null;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.IdnHost, address.Port, ct);
        await using var tls = new SslStream(connection.GetStream());
        var asking = new SslClientAuthenticationOptions
        {
            TargetHost = address.IdnHost,
            CertificateChainPolicy = Policy(),
            RemoteCertificateValidationCallback = (_, shown, chain, errors) =>
            {
                found = shown is X509Certificate2 leaf ? OfShown(address, leaf, chain!.ChainPolicy.ExtraStore, errors, now) : null;
                return found is not null;
            },
        };
        await tls.AuthenticateAsClientAsync(asking, ct);
        return found!;
    }

    private static Finding OfShown(Uri address, X509Certificate2 leaf, X509Certificate2Collection between, SslPolicyErrors errors, DateTimeOffset now) =>
        errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
            ? Finding.Bad("public address", $"{address.Authority} shows a certificate of another: {leaf.Subject}", "Give the proxy the certificate of that name.")
            : Look("public address", leaf, between, now);

    /// <summary>Nothing is fetched from anywhere to complete a chain: a browser would not do so either.</summary>
    private static X509ChainPolicy Policy() => new() { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
}
