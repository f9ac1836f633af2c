using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Weerbaar.Platform;
using Weerbaar.Platform.Health;

namespace Weerbaar.Tests.Health;

/// <summary>A certificate that an intermediate of some root signed: served with all of its chain, and looked at by the doctor.</summary>
public sealed class CertificateTests : IDisposable
{
    private static readonly DateTimeOffset now = DateTimeOffset.UtcNow;

    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;
    private readonly X509Certificate2 root = Authority("CN=Root of the tests", null);
    private readonly X509Certificate2 between;
    private readonly X509Certificate2 leaf;

    public CertificateTests()
    {
        between = Authority("CN=Between", root);
        leaf = Leaf(between, now.AddDays(90));
    }

    public void Dispose()
    {
        Array.ForEach([root, between, leaf], c => c.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_stands_between_the_certificate_and_a_root_is_sent_along()
    {
        await using var whole = await TestSite.StartAsync(DatabaseKind.Sqlite, certificate: new ServedCertificate(leaf, [between]));
        await using var cut = await TestSite.StartAsync(DatabaseKind.Sqlite, certificate: new ServedCertificate(leaf, []));
        using var browser = new HttpClient(Trusting(root));

        (await browser.GetAsync(new Uri(whole.Address, "/health/live"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(() => browser.GetAsync(new Uri(cut.Address, "/health/live")));
    }

    [Fact]
    public async Task Whoever_serves_TLS_tells_browsers_to_stay_with_it_also_without_a_public_address()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, certificate: new ServedCertificate(leaf, [between]));
        using var browser = new HttpClient(Trusting(root));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, "/sign-in")) { Headers = { Host = "weerbaar.example.org" } };

        using var answer = await browser.SendAsync(request);

        answer.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=31536000");
    }

    [Fact]
    public void A_file_without_its_chain_is_told_and_one_with_it_is_read_whole()
    {
        var key = Write("key.pem", leaf.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var alone = ExamineCertificates.OfFiles(Write("alone.pem", leaf.ExportCertificatePem()), key, now).Single();
        var whole = ExamineCertificates.OfFiles(Write("whole.pem", string.Join('\n', leaf.ExportCertificatePem(), between.ExportCertificatePem(), root.ExportCertificatePem())), key, now).Single();

        alone.Verdict.ShouldBe(Verdict.Bad);
        alone.Found.ShouldContain("CN=Between is not sent along");
        whole.Verdict.ShouldBe(Verdict.Note);
        whole.Found.ShouldContain("does not know the root CN=Root of the tests");
        ExamineCertificates.OfFiles(Path.Combine(folder, "lost.pem"), key, now).Single().Verdict.ShouldBe(Verdict.Bad);
        ExamineCertificates.OfFiles(null, null, now).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(91, Verdict.Bad, "it ended")]
    [InlineData(-400, Verdict.Bad, "it has not begun")]
    public void A_certificate_of_another_time_is_told(int days, Verdict verdict, string says)
    {
        var told = ExamineCertificates.Look("certificate", leaf, [between], now.AddDays(days));

        told.Verdict.ShouldBe(verdict);
        told.Found.ShouldContain(says);
    }

    [Fact]
    public async Task What_the_public_address_shows_is_looked_at()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, certificate: new ServedCertificate(leaf, []));
        var port = site.Address.Port;
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var free = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var cut = await AskAsync($"https://127.0.0.1:{port}");
        var another = await AskAsync($"https://localhost:{port}");
        var silent = await AskAsync($"https://127.0.0.1:{free}");

        (cut.Verdict, another.Verdict, silent.Verdict).ShouldBe((Verdict.Bad, Verdict.Bad, Verdict.Note));
        cut.Found.ShouldContain("CN=Between is not sent along");
        another.Found.ShouldContain("shows a certificate of another");
        (await ExamineCertificates.OfAddressAsync(new Uri($"http://127.0.0.1:{port}"), now, CancellationToken.None)).ShouldBeEmpty();

        static async Task<Finding> AskAsync(string address) => (await ExamineCertificates.OfAddressAsync(new Uri(address), now, CancellationToken.None)).Single();
    }

    /// <summary>A browser that knows one root and fetches nothing.</summary>
    private static SocketsHttpHandler Trusting(X509Certificate2 root) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            TargetHost = "127.0.0.1",
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
        },
    };

    private static X509Certificate2 Authority(string name, X509Certificate2? above)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (above is null)
        {
            return request.CreateSelfSigned(now.AddDays(-300), now.AddDays(3000));
        }

        using var made = request.Create(above, now.AddDays(-200), now.AddDays(2000), RandomNumberGenerator.GetBytes(8));
        return made.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 Leaf(X509Certificate2 above, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=weerbaar", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("weerbaar.example.org");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.Create(above, now.AddDays(-100), until, RandomNumberGenerator.GetBytes(8));
        return made.CopyWithPrivateKey(key);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
        }

        return path;
    }
}
