using System.CommandLine;

namespace Weerbaar.Platform.CommandLine;

/// <summary>How the site is reached: for who serves it, and for who looks whether that is right.</summary>
internal static class ServeOptions
{
    public static Option<string?> PublicUrl { get; } = new("--public-url") { Description = "The address people use, when a proxy stands before the program, such as https://weerbaar.example.org" };

    public static Option<string?> Certificate { get; } = new("--certificate") { Description = "A certificate with its chain (PEM), to serve https without a proxy" };

    public static Option<string?> CertificateKey { get; } = new("--certificate-key") { Description = "The key of that certificate (PEM)" };

    public static Option<string[]> TrustedProxy { get; } = new("--trusted-proxy")
    {
        Description = $"The address or network of a proxy on another machine, such as 10.1.2.0/24, that is believed about whom it asks for (X-Forwarded-For); may be given more than once; without it ${CommandLine.TrustedProxy.Variable}",
        DefaultValueFactory = _ => CommandLine.TrustedProxy.FromEnvironment(),
    };
}
