using System.Diagnostics;

namespace Weerbaar.Tests.CommandLine;

/// <summary>As in a container: a user who is in no list, and nothing that can be written but the data folder and a temporary one.</summary>
public sealed class AnyUserTests : IDisposable
{
    private const string user = "54321";

    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [RootFact]
    public async Task The_program_serves_as_any_user_on_a_file_system_that_is_only_read()
    {
        var data = Directory.CreateDirectory(Path.Combine(program.Temporary, "data")).FullName;
        await RunAsync("chown", user, data);
        var start = new ProcessStartInfo("unshare", ["--mount", "sh", "-c", Script(data)]) { RedirectStandardOutput = true, RedirectStandardError = true };

        using var running = Process.Start(start)!;
        var first = await running.StandardOutput.ReadLineAsync();
        running.Kill(entireProcessTree: true);

        first.ShouldStartWith("Weerbaar listens on ", Case.Sensitive, await running.StandardError.ReadToEndAsync());
        File.Exists(Path.Combine(data, "weerbaar.sqlite")).ShouldBeTrue();
    }

    private static string Script(string data) => string.Join('\n',
        "set -e",
        $"mount --bind '{data}' '{data}'",
        "mount -o remount,ro,bind /",
        "if touch /usr/trial 2>/dev/null; then echo 'it can be written' >&2; exit 1; fi",
        $"exec setpriv --reuid={user} --regid={user} --clear-groups env -i PATH=\"$PATH\" DOTNET_ROOT=\"$DOTNET_ROOT\" HOME='{data}' TMPDIR='{data}' DOTNET_EnableDiagnostics=0 "
        + $"dotnet '{WeerbaarProcess.Program}' serve --url http://127.0.0.1:0 --data '{data}'");

    private static async Task RunAsync(string file, params string[] words)
    {
        using var process = Process.Start(file, words);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>Only who may mount and change user can try this.</summary>
    private sealed class RootFactAttribute : FactAttribute
    {
        public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess && MayMount() ? null : "Needs the right to mount: root, outside a container without it.";

        private static bool MayMount()
        {
            try
            {
                using var trial = Process.Start(new ProcessStartInfo("unshare", ["--mount", "mount", "-o", "remount,ro,bind", "/"]) { RedirectStandardError = true })!;
                trial.WaitForExit();
                return trial.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
