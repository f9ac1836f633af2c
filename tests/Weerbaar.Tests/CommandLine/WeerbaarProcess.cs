using System.Diagnostics;
using System.Globalization;

namespace Weerbaar.Tests.CommandLine;

/// <summary>The real program as a process, with a folder of its own that it works and keeps its temporary files in.</summary>
public sealed class WeerbaarProcess : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly List<Process> started = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("weerbaar-verbs-").FullName;

    public string Data => Path.Combine(Folder, "data");

    /// <summary>Open to others: where tests run as root, the browser runs as nobody.</summary>
    public string Temporary => OperatingSystem.IsWindows() ? Folder : Opened(Folder, Path.Combine(Folder, "tmp"));

    /// <summary>As people start it, compiled ahead, where that was built; else as it stands beside the tests.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("WEERBAAR_TEST_PROGRAM") is { Length: > 0 } built ? built : Path.Combine(AppContext.BaseDirectory, "weerbaar.dll");

    public static string Examples => Path.Combine(AppContext.BaseDirectory, "examples");

    /// <summary>Also ends what a failed test left running.</summary>
    public void Dispose()
    {
        foreach (var one in started)
        {
            WithoutTrouble(() => one.Kill(entireProcessTree: true));
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs to the end.</summary>
    public async Task<Ended> RunAsync(params string[] words) => await EndAsync(Start(words));

    public Process Start(params string[] words) => Start(new Dictionary<string, string>(), words);

    /// <param name="settings">Variables of its environment.</param>
    /// <param name="words">The verb and what follows it.</param>
    public Process Start(IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Folder,
        };
        start.Environment["TMPDIR"] = Temporary;
        settings.ToList().ForEach(s => start.Environment[s.Key] = s.Value);
        var process = Process.Start(start)!;
        started.Add(process);
        return process;
    }

    public static async Task<Ended> EndAsync(Process process)
    {
        using var late = new CancellationTokenSource(patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
        try
        {
            await process.WaitForExitAsync(late.Token);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    /// <summary>Asks it to stop, as an operator or the system does.</summary>
    public static void Terminate(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>A pipe with a name in the folder of the program.</summary>
    public string Pipe(string name)
    {
        var path = Path.Combine(Folder, name);
        using var make = Process.Start("mkfifo", ["-m", "600", path]);
        make.WaitForExit();
        return path;
    }

    /// <summary>A process that was waited for is closed and can't be ended again.</summary>
    private static void WithoutTrouble(Action act)
    {
        try
        {
            act();
        }
        catch (InvalidOperationException)
        {
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string Opened(string folder, string below)
    {
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, everybody);
        Directory.CreateDirectory(below);
        File.SetUnixFileMode(below, everybody | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        return below;
    }

    public sealed record Ended(int Code, string Output, string Error)
    {
        public void ShouldBeRefused(string says)
        {
            Code.ShouldBe(1, Error);
            Error.ShouldContain(says);
            (Output + Error).ShouldNotContain("   at ");
            Error.Trim().Split('\n').Length.ShouldBe(1, Error);
        }
    }
}
