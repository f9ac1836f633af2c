using System.Diagnostics;
using System.Globalization;

namespace Weerbaar.Bench.Load;

/// <summary>The load as a whole: so many readers and writers for so long.</summary>
internal static class Usage
{
    private static readonly TimeSpan readEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan writeEvery = TimeSpan.FromSeconds(5);

    /// <summary>The pages a reader goes round, those over all scenarios among them.</summary>
    private static readonly string[] pages =
        ["/", "/scenarios", "/scenarios?sort=title&p=7", "/scenarios?q=0042", "/threats", "/rounds", "/measures", "/decisions", "/products", "/api/v1/scenarios?page=50"];

    /// <param name="link">The one-time link of the administrator.</param>
    /// <param name="process">The process that serves, whose memory is watched; 0 for none.</param>
    public static async Task<int> RunAsync(Uri link, int readers, int writers, int scenarios, int seconds, int process)
    {
        var crowd = await Crowd.EnterAsync(link);
        var reading = await crowd.BringAsync(readers, "Reader", 1);
        var writing = await crowd.BringAsync(writers, "Analyst", 2);
        await crowd.FillAsync(scenarios, writing);
        Console.WriteLine($"{readers} readers and {writers} writers signed in; {scenarios} scenarios.");
        var found = new Latencies();
        await RoundAsync(crowd, reading, writing, new Latencies(), TimeSpan.FromSeconds(Math.Min(20, seconds)));
        var watch = Stopwatch.StartNew();
        await RoundAsync(crowd, reading, writing, found, TimeSpan.FromSeconds(seconds));
        found.Print();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0} s; memory of the server: {Memory(process)}"));
        return found.Errors == 0 ? 0 : 1;
    }

    private static Task RoundAsync(Crowd crowd, IReadOnlyList<Visitor> readers, IReadOnlyList<Visitor> writers, Latencies found, TimeSpan time) => Task.WhenAll(
    [
        .. readers.Select((r, n) => RepeatAsync(readEvery, time, n, async turn => await ReadAsync(crowd, r, pages[(n + turn) % pages.Length], found))),
        .. writers.Select((w, n) => RepeatAsync(writeEvery, time, n, async turn => await WriteAsync(crowd, w, n, turn, found))),
    ]);

    /// <summary>Does something every so often, not all in the same moment; who is answered late asks at once again.</summary>
    private static async Task RepeatAsync(TimeSpan every, TimeSpan time, int number, Func<int, Task> act)
    {
        var clock = Stopwatch.StartNew();
        var next = every * (number * 0.618034 % 1);
        for (var turn = 0; next < time; turn++, next += every)
        {
            var wait = next - clock.Elapsed;
            await (wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask);
            await act(turn);
        }
    }

    private static async Task ReadAsync(Crowd crowd, Visitor reader, string page, Latencies found)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await reader.SendAsync(HttpMethod.Get, crowd.At(page));
            found.Add("pages", clock.Elapsed);
            found.Add($"page {page}", clock.Elapsed);
            if (!answer.IsSuccessStatusCode)
            {
                found.Wrong($"{page}: {(int)answer.StatusCode}");
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            found.Wrong($"{page}: {lost.GetType().Name}");
        }
    }

    private static async Task WriteAsync(Crowd crowd, Visitor writer, int number, int turn, Latencies found)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await writer.SendAsync(HttpMethod.Post, crowd.At("/api/v1/scenarios"), Crowd.Scenario($"Nieuw {number} {turn}", number));
            found.Add("writes", clock.Elapsed);
            if (!answer.IsSuccessStatusCode)
            {
                found.Wrong($"write: {(int)answer.StatusCode}");
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            found.Wrong($"write: {lost.GetType().Name}");
        }
    }

    private static string Memory(int process) => process == 0 ? "not watched" : string.Join(", ", File.ReadLines($"/proc/{process}/status")
        .Where(l => l.StartsWith("VmHWM", StringComparison.Ordinal) || l.StartsWith("VmRSS", StringComparison.Ordinal)).Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
