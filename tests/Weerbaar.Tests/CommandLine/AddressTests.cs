using System.Net;
using System.Net.Sockets;

namespace Weerbaar.Tests.CommandLine;

/// <summary>Addresses that a server can't listen on.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Theory]
    [InlineData("", "is no address to listen on")]
    [InlineData("foo", "is no address to listen on")]
    [InlineData(":99999", "is no address to listen on")]
    [InlineData("http://localhost:99999", "is no address to listen on")]
    [InlineData("ftp://localhost:5080", "is no address to listen on")]
    [InlineData("http://localhost:5080/below", "is no address to listen on")]
    [InlineData("http://example.org:5080", "names a host")]
    [InlineData("http://192.0.2.1:5080", "this machine does not have that address")]
    [InlineData("https://127.0.0.1:0", "there is no certificate for it")]
    public async Task An_address_that_can_not_be_used_gives_one_line_and_leaves_nothing_behind(string url, string says)
    {
        (await program.RunAsync("serve", "--data", program.Data, "--url", url)).ShouldBeRefused(says);
        Directory.Exists(program.Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("proxy.example.org", "is no network")]
    [InlineData("10.1.2.0/40", "is no network")]
    [InlineData("0.0.0.0/0", "is every address there is")]
    public async Task A_proxy_that_can_not_be_trusted_gives_one_line(string network, string says) =>
        (await program.RunAsync("serve", "--data", program.Data, "--trusted-proxy", "10.1.2.0/24", "--trusted-proxy", network)).ShouldBeRefused(says);

    [Fact]
    public async Task The_environment_names_proxies_too()
    {
        var started = program.Start(new Dictionary<string, string> { ["WEERBAAR_TRUSTED_PROXY"] = "10.1.2.0/24, ::/0" }, "serve", "--data", program.Data);

        (await WeerbaarProcess.EndAsync(started)).ShouldBeRefused("'::/0' is every address there is");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("*")]
    public async Task A_taken_port_gives_one_line_and_leaves_nothing_behind(string host)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        (await program.RunAsync("serve", "--data", program.Data, "--url", $"http://{host}:{((IPEndPoint)taken.LocalEndpoint).Port}")).ShouldBeRefused("address already in use");
        Directory.Exists(program.Data).ShouldBeFalse();
    }
}
