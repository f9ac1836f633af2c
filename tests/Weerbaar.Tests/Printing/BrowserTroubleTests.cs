using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Weerbaar.Platform.Printing;

namespace Weerbaar.Tests.Printing;

[SupportedOSPlatform("linux")]
public sealed class BrowserTroubleTests
{
    private static readonly Dictionary<string, PrintResource> none = [];

    [Fact]
    public async Task A_missing_browser_is_reported_with_what_to_do()
    {
        using var chromium = new Chromium(new ChromiumOptions { Path = "/no/such/browser" });

        var error = await Should.ThrowAsync<BrowserMissingException>(() => chromium.PrintPdfAsync("<p>x</p>", none, "x", "en"));

        error.Message.ShouldContain("/no/such/browser");
        error.Message.ShouldContain("Weerbaar:Chromium");
    }

    [Fact]
    public async Task A_program_that_is_not_a_browser_is_a_failure_to_print()
    {
        using var chromium = new Chromium(new ChromiumOptions { Path = "/bin/true" });

        await Should.ThrowAsync<PrintingFailedException>(() => chromium.PrintPdfAsync("<p>x</p>", none, "x", "en"));
    }

    [Fact]
    public async Task A_browser_that_never_answers_is_given_up_after_the_time_limit()
    {
        using var silent = new SilentBrowser();
        using var chromium = new Chromium(new ChromiumOptions { Path = silent.Path, Timeout = TimeSpan.FromMilliseconds(300) });

        var error = await Should.ThrowAsync<PrintingFailedException>(() => chromium.PrintPdfAsync("<p>x</p>", none, "x", "en"));

        error.InnerException.ShouldBeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task A_cancelled_print_stops_and_gives_its_turn_back()
    {
        using var silent = new SilentBrowser();
        using var chromium = new Chromium(new ChromiumOptions { Path = silent.Path, AtOnce = 1 });

        for (var turn = 0; turn < 2; turn++)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await Should.ThrowAsync<OperationCanceledException>(() => chromium.PrintPdfAsync("<p>x</p>", none, "x", "en", cancel.Token));
        }
    }

    [Fact]
    public void The_browser_and_its_sandbox_are_read_from_the_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Weerbaar:Chromium"] = "/opt/chromium",
            ["Weerbaar:ChromiumSandbox"] = "false",
        }).Build();

        ChromiumOptions.From(configuration).ShouldBe(new ChromiumOptions { Path = "/opt/chromium", Sandbox = false });
    }

    /// <summary>A program that starts, and then says nothing for ever.</summary>
    private sealed class SilentBrowser : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("weerbaar-silent-");

        public SilentBrowser()
        {
            const UnixFileMode everyone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            File.WriteAllText(Path, "#!/bin/sh\nexec sleep 600\n");
            File.SetUnixFileMode(Path, everyone);
            File.SetUnixFileMode(folder.FullName, everyone);
        }

        public string Path => System.IO.Path.Combine(folder.FullName, "silent");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
