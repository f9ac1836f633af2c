using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Platform;

/// <summary>TLS, headers, and how much may be sent.</summary>
public sealed class TransportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Over_TLS_with_a_certificate_of_ones_own_the_program_speaks_version_1_2_or_newer()
    {
        using var certificate = Certificate();
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, certificate: new ServedCertificate(certificate, []));
        using var client = new HttpClient(Trusting(SslProtocols.Tls12)) { BaseAddress = site.Address };

        site.Address.Scheme.ShouldBe("https");
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/sign-in")).Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("secure", StringComparison.OrdinalIgnoreCase));
#pragma warning disable SYSLIB0039, CA5397 // the old version is asked for, to be refused
        using var old = new HttpClient(Trusting(SslProtocols.Tls11)) { BaseAddress = site.Address };
#pragma warning restore SYSLIB0039, CA5397
        await Should.ThrowAsync<HttpRequestException>(() => old.GetAsync("/health/live"));
    }

    [Fact]
    public async Task A_certificate_that_can_not_be_used_is_refused_in_words()
    {
        using var program = new WeerbaarProcess();
        using var certificate = Certificate();
        var (file, key) = (Path.Combine(folder, "c.pem"), Path.Combine(folder, "k.pem"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

        (await ServeAsync(program, "--certificate", file)).ShouldBeRefused("go together");
        (await ServeAsync(program, "--certificate", file, "--certificate-key", "lost.pem")).ShouldBeRefused("There is no file lost.pem");
        Mode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        (await ServeAsync(program, "--certificate", file, "--certificate-key", key)).ShouldBeRefused("chmod 600");
        Mode(key, UnixFileMode.UserRead);
        Mode(file, UnixFileMode.UserRead);
        (await ServeAsync(program, "--certificate", file, "--certificate-key", file)).ShouldBeRefused("no certificate with its key");
    }

    [Fact]
    public async Task Browsers_are_told_to_stay_with_TLS_only_where_people_use_TLS()
    {
        await using var plain = await TestSite.StartAsync(DatabaseKind.Sqlite);
        await using var secure = await TestSite.StartAsync(DatabaseKind.Sqlite, publicUrl: "https://weerbaar.example.org");

        (await plain.Visitor().GetAsync("/sign-in")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        (await secure.Visitor().GetAsync("/api/v1/me")).Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=31536000");
    }

    [Theory]
    [InlineData("/api/v1/me", 200)]
    [InlineData("/api/v1/people", 403)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/threats?take=x", 400)]
    public async Task Every_answer_of_the_API_has_the_headers_of_the_design_rules(string path, int status)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var reader = await site.SignInAsync(Role.Reader);

        using var answer = await reader.GetAsync(path);

        if (status != 400)
        {
            ((int)answer.StatusCode).ShouldBe(status);
        }

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("API-Version").Single().ShouldNotBeEmpty();
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        answer.Headers.Contains("Referrer-Policy").ShouldBeTrue();
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/v1/threats")]
    [InlineData("/threats/new")]
    [InlineData("/sign-in")]
    public async Task More_than_one_may_send_is_refused_also_when_its_size_is_not_told(string path)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new Endless(5 * 1024 * 1024, path.StartsWith("/api", StringComparison.Ordinal)) };
        request.Headers.TransferEncodingChunked = true;

        try
        {
            using var answer = await analyst.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeInRange(400, 413);
        }
        catch (HttpRequestException cut)
        {
            cut.ShouldNotBeNull(); // the server may end the connection before all was sent
        }

        (await analyst.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<WeerbaarProcess.Ended> ServeAsync(WeerbaarProcess program, params string[] more) =>
        program.RunAsync(["serve", "--url", "https://127.0.0.1:0", "--data", program.Data, .. more]);

    private static SocketsHttpHandler Trusting(SslProtocols version) => new()
    {
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = version, RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=localhost" },
    };

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private sealed class Endless : HttpContent
    {
        private readonly int bytes;

        public Endless(int bytes, bool json)
        {
            this.bytes = bytes;
            Headers.ContentType = new(json ? "application/json" : "application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
            for (var sent = 0; sent < bytes; sent += block.Length)
            {
                await stream.WriteAsync(block);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
