using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Weerbaar.Bench.Load;

/// <summary>Starts the processes that <see cref="Crash"/> kills, and lets the journal be checked afterwards.</summary>
internal static class CrashRun
{
    /// <param name="program">The built <c>weerbaar.dll</c>.</param>
    /// <param name="database">As <c>--database</c> takes it.</param>
    /// <param name="data">An empty folder.</param>
    public static async Task<int> RunAsync(string program, string database, string data, int processes, int writers, int kills, TimeSpan every, string? restartDatabase)
    {
        var ports = Enumerable.Range(0, processes).Select(_ => FreePort()).ToArray();
        Process Start(int one) => Weerbaar(program, "serve", "--url", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports[one]}"), "--data", data, "--database", database);
        var running = new List<Process> { Start(0) };
        var link = await LinkAsync(running[0]);
        running.AddRange(Enumerable.Range(1, processes - 1).Select(Start));
        var all = running.ToArray();
        try
        {
            var sites = ports.Select(p => new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{p}"))).ToArray();
            var broken = await new Crash(sites, Start).RunAsync(link, all, writers, kills, every, restartDatabase);
            using var check = Weerbaar(program, "journal", "verify", "--data", data, "--database", database);
            Console.WriteLine(await check.StandardOutput.ReadToEndAsync());
            await check.WaitForExitAsync();
            return broken + check.ExitCode;
        }
        finally
        {
            Array.ForEach(all, p => p.Kill());
        }
    }

    private static Process Weerbaar(string program, params string[] words) =>
        Process.Start(new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardOutput = true })!;

    private static async Task<Uri> LinkAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Sign in once with: ", StringComparison.Ordinal))
            {
                return new Uri(line["Sign in once with: ".Length..].Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
            }
        }

        throw new InvalidOperationException("It ended before it gave a link.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
