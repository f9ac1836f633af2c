using System.Diagnostics;

namespace Weerbaar.Platform.Printing;

/// <summary>
/// One browser, alive for one document, with a profile of its own that goes with it. It gets no network: names and
/// addresses do not resolve, and what the page asks for is answered from memory. When this program dies, its pipe closes
/// and the browser leaves by itself.
/// </summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private const string nobody = "nobody";

    // The browser reads its commands on descriptor 3 and answers on 4; .NET can only hand over 0, 1 and 2.
    private const string handOverPipes = "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("weerbaar-print-");
    private readonly Process process;
    private readonly Task listening;

    private BrowserProcess(string browser, bool sandbox)
    {
        process = Process.Start(StartInfo(browser, sandbox)) ?? throw new PrintingFailedException("Chromium did not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        DevTools = new DevTools(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        listening = DevTools.ListenAsync();
    }

    public DevTools DevTools { get; }

    /// <summary>Starts the browser in its sandbox. As root it becomes nobody, and only then may go without a sandbox where there is none.</summary>
    public static async Task<BrowserProcess> StartAsync(ChromiumOptions options, CancellationToken stop)
    {
        var browser = options.Find();
        try
        {
            return await StartAsync(browser, options.Sandbox, stop);
        }
        catch (PrintingFailedException) when (options.Sandbox && Environment.IsPrivilegedProcess)
        {
            return await StartAsync(browser, sandbox: false, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        await listening;
        process.Dispose();
        DevTools.Dispose();
        Remove(profile);
    }

    // A closed pipe tells the browser to go, and it clears up its own processes; one that does not is killed.
    private async Task LeaveAsync()
    {
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(patience);
        }
        catch (Exception stays) when (stays is TimeoutException or IOException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<BrowserProcess> StartAsync(string browser, bool sandbox, CancellationToken stop)
    {
        var started = new BrowserProcess(browser, sandbox);
        try
        {
            await started.DevTools.AskAsync("Browser.getVersion", new { }, stop);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    private ProcessStartInfo StartInfo(string browser, bool sandbox)
    {
        var becomeNobody = Environment.IsPrivilegedProcess && ChromiumOptions.FullPath("runuser") is not null;
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["HOME"] = profile.FullName;
        start.Environment.Remove("DBUS_SESSION_BUS_ADDRESS");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(becomeNobody ? $"chown {nobody} \"$HOME\" && {handOverPipes}" : handOverPipes);
        string[] words = ["sh", .. becomeNobody ? ["runuser", "-u", nobody, "--"] : Array.Empty<string>(), browser, .. Flags(sandbox)];
        Array.ForEach(words, start.ArgumentList.Add);
        return start;
    }

    private IEnumerable<string> Flags(bool sandbox) =>
    [
        "--headless", "--remote-debugging-pipe", $"--user-data-dir={profile.FullName}",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-extensions", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
        "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", "--force-color-profile=srgb",
        .. sandbox ? Array.Empty<string>() : ["--no-sandbox"],
    ];

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A process of the killed tree may still be writing; what is left is an empty profile in the temporary folder.
        }
    }
}
