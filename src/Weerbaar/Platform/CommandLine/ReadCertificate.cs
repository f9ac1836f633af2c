using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.CommandLine;

/// <summary>The certificate and key for serving over TLS without a proxy, from two PEM files.</summary>
internal static class ReadCertificate
{
    private const long largestKey = 1 << 16;

    /// <exception cref="BadUse">They can't be used.</exception>
    public static ServedCertificate? From(string? certificate, string? key, DateTimeOffset now)
    {
        BadUse.Unless(certificate is null == key is null, "--certificate and --certificate-key go together.");
        if (certificate is null)
        {
            return null;
        }

        BadUse.Unless(File.Exists(certificate), $"There is no file {certificate}. --certificate asks for a certificate with its chain, as PEM.");
        var read = Read(certificate, key!, SecretFile.ReadText(key!, largestKey));
        BadUse.Unless(now < read.Leaf.NotAfter, $"The certificate {certificate} ended on {read.Leaf.NotAfter.ToUniversalTime():yyyy-MM-dd}. Renew it.");
        return read;
    }

    private static ServedCertificate Read(string certificate, string key, string keyPem)
    {
        try
        {
            var chain = File.ReadAllText(certificate);
            var (leaf, intermediates) = (X509Certificate2.CreateFromPem(chain, keyPem), new X509Certificate2Collection());
            intermediates.ImportFromPem(chain);
            intermediates.RemoveAt(0);
            return new(leaf, intermediates);
        }
        catch (CryptographicException wrong)
        {
            throw new BadUse($"{certificate} and {key} are no certificate with its key, as PEM without a passphrase: {wrong.Message}", wrong);
        }
    }
}
