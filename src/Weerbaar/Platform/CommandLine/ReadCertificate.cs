using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.CommandLine;

/// <summary>The certificate and key for serving over TLS without a proxy, from two PEM files.</summary>
internal static class ReadCertificate
{
    /// <exception cref="BadUse">They can't be used.</exception>
    public static X509Certificate2? From(string? certificate, string? key, DateTimeOffset now)
    {
        BadUse.Unless(certificate is null == key is null, "--certificate and --certificate-key go together.");
        if (certificate is null)
        {
            return null;
        }

        BadUse.Unless(File.Exists(certificate), $"There is no file {certificate}. --certificate asks for a certificate with its chain, as PEM.");
        BadUse.Unless(File.Exists(key!), $"There is no file {key}. --certificate-key asks for the key of the certificate, as PEM.");
        BadUse.Unless(!SecretFile.IsOpenToOthers(key!), $"Everybody on this machine may use the key {key}. Run: chmod 600 {key}");
        var read = Read(certificate, key!);
        BadUse.Unless(now < read.NotAfter, $"The certificate {certificate} ended on {read.NotAfter.ToUniversalTime():yyyy-MM-dd}. Renew it.");
        return read;
    }

    private static X509Certificate2 Read(string certificate, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (CryptographicException wrong)
        {
            throw new BadUse($"{certificate} and {key} are no certificate with its key, as PEM without a passphrase: {wrong.Message}", wrong);
        }
    }
}
