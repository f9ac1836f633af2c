using System.Runtime.InteropServices;

namespace Weerbaar.Platform.CommandLine;

/// <summary>
/// Listens for SIGINT and SIGTERM. The first asks the verb to stop, so that it can put away what it was making; a second one,
/// or a verb that does not listen, ends the program there and then.
/// </summary>
internal sealed class Stop : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource asked = new();
    private readonly PosixSignalRegistration[] signals;
    private int exitCode;

    public Stop() => signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Ask(signal, 130)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Ask(signal, 143)),
    ];

    public CancellationToken Asked => asked.Token;

    /// <summary>128 and the number of the signal, as shells have it.</summary>
    public int ExitCode => exitCode;

    public void Dispose()
    {
        Array.ForEach(signals, s => s.Dispose());
        asked.Dispose();
    }

    private void Ask(PosixSignalContext signal, int code)
    {
        signal.Cancel = true;
        if (Interlocked.CompareExchange(ref exitCode, code, 0) != 0)
        {
            Environment.Exit(exitCode);
        }

        _ = Task.Delay(patience).ContinueWith(_ => Environment.Exit(exitCode), TaskScheduler.Default);
        _ = asked.CancelAsync();
    }
}
