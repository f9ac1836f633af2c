using System.CommandLine;
using System.Globalization;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.CommandLine;

/// <summary>
/// Runs a verb, and is the only place that decides how one ends: 0 done, 1 for what the caller can put right, 2 for a defect
/// of the program, 130 or 143 when it was stopped. A verb throws; what to say about it is decided here.
/// </summary>
public static class Verbs
{
    public const int BadInput = 1;
    public const int Defect = 2;

    /// <summary>The rest is mostly the same mistake again.</summary>
    private const int mostLines = 50;

    /// <summary>A message may quote what is wrong, and that may be a whole file.</summary>
    private const int longestLine = 1000;

    public static async Task<int> RunAsync(Command weerbaar, IReadOnlyList<string> args, TextWriter? output = null, TextWriter? error = null)
    {
        // The machine's language must not decide what "0.001" is.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en-GB"));
        var says = error ?? Console.Error;
        var console = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output ?? Console.Out, Error = says,
        };
        using var stop = new Stop();
        try
        {
            var parsed = weerbaar.Parse(args);
            return Misuse.In(parsed, console) ?? await Task.Run(() => parsed.InvokeAsync(console, stop.Asked));
        }
        catch (Exception) when (stop.Asked.IsCancellationRequested)
        {
            await says.WriteLineAsync("Stopped before it was done.");
            return stop.ExitCode;
        }
        catch (Exception wrong) when (Words(wrong) is { } lines)
        {
            await SayAsync(lines, says);
            return BadInput;
        }
        catch (Exception defect)
        {
            await says.WriteLineAsync(DefectReport.Write(defect));
            return Defect;
        }
    }

    /// <summary>What to say of something that the caller can put right; null for a defect.</summary>
    private static IReadOnlyList<string>? Words(Exception wrong) => wrong switch
    {
        BadUse bad => [bad.Message],
        BadInputException bad => [.. bad.Errors.Select(e => e.ToString())],
        InvalidInput invalid => [.. invalid.Errors.Select(e => $"{e.Field}: {new Texts()[e.Key, e.Values]}")],
        BrokenRule rule => [new Texts()[rule.Key, rule.Values]],
        IOException or UnauthorizedAccessException => [$"This can't be done: {wrong.Message}"],
        _ => null,
    };

    private static async Task SayAsync(IReadOnlyList<string> messages, TextWriter says)
    {
        var lines = messages.SelectMany(m => m.Split('\n')).ToList();
        foreach (var line in lines.Take(mostLines))
        {
            await says.WriteLineAsync(Cut(line));
        }

        if (lines.Count > mostLines)
        {
            await says.WriteLineAsync($"… and {lines.Count - mostLines} more.");
        }
    }

    private static string Cut(string line) =>
        line.Length <= longestLine ? line : $"{line[..(longestLine / 2)]} … {line[^(longestLine / 2)..]}";
}
