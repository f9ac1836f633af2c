using System.Diagnostics;

namespace Weerbaar.Platform.CommandLine;

/// <summary>A percentage on one line that is rewritten, for a person at a terminal who has waited a moment already.</summary>
internal sealed class ProgressLine : IProgress<double>, IDisposable
{
    private static readonly TimeSpan moment = TimeSpan.FromMilliseconds(200);

    private readonly TextWriter terminal;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly Lock gate = new();
    private int shown = -1;

    private ProgressLine(TextWriter terminal) => this.terminal = terminal;

    /// <summary>Null where nobody watches: standard error goes to a file or a pipe.</summary>
    public static ProgressLine? OnTerminal() => Console.IsErrorRedirected ? null : new(Console.Error);

    public void Report(double value)
    {
        lock (gate)
        {
            var percent = (int)(100 * value);
            if (percent > shown && Stopwatch.GetElapsedTime(begun) > moment)
            {
                shown = percent;
                terminal.Write($"\r{percent,3}%");
            }
        }
    }

    public void Dispose()
    {
        if (shown >= 0)
        {
            terminal.Write("\r    \r");
        }
    }
}
