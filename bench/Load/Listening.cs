using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Weerbaar.Bench.Load;

/// <summary>Browsers that listen while others write: how long until a change is seen, or how many are told a second at most.</summary>
internal static class Listening
{
    private const string mark = "\"id\":\"";

    /// <param name="link">The one-time link of the administrator.</param>
    /// <param name="perSecond">Writes a second, by all writers together; 0 for as many as they can.</param>
    public static async Task<int> RunAsync(Uri link, int listeners, int writers, int perSecond, int seconds)
    {
        var crowd = await Crowd.EnterAsync(link);
        var (listening, writing) = (await crowd.BringAsync(listeners, "Reader", 3), await crowd.BringAsync(writers, "Analyst", 4));
        using var stop = new CancellationTokenSource();
        var (sent, seen) = (new ConcurrentDictionary<string, long>(), new ConcurrentQueue<(string Id, long At)>());
        var ears = listening.Select(l => Task.Run(() => ListenAsync(crowd, l, seen, stop.Token))).ToList();
        await Task.Delay(TimeSpan.FromSeconds(5));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(writing.Select((w, n) => WriteAsync(crowd, w, sent, perSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)writing.Count / perSecond), n, TimeSpan.FromSeconds(seconds))));
        var wrote = clock.Elapsed;
        while (seen.Count < (long)sent.Count * listeners && clock.Elapsed < wrote + TimeSpan.FromSeconds(20))
        {
            await Task.Delay(20);
        }

        Print(sent, seen, listeners, wrote);
        await stop.CancelAsync();
        await Task.WhenAll(ears);
        return seen.Count == (long)sent.Count * listeners ? 0 : 1;
    }

    private static async Task ListenAsync(Crowd crowd, Visitor listener, ConcurrentQueue<(string Id, long At)> seen, CancellationToken ct)
    {
        var last = "";
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var answer = await listener.SendAsync(HttpMethod.Get, crowd.At("/live" + (last.Length > 0 ? $"?from={last}" : "")), streams: true, ct: ct);
                using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(ct));
                while (await lines.ReadLineAsync(ct) is { } line)
                {
                    last = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : last;
                    Note(line, seen);
                }
            }
            catch (Exception ended) when (ended is IOException or HttpRequestException or OperationCanceledException)
            {
                // It comes back where it was.
            }
        }
    }

    private static void Note(string line, ConcurrentQueue<(string Id, long At)> seen)
    {
        var now = Stopwatch.GetTimestamp();
        for (var at = line.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = line.IndexOf(mark, at, StringComparison.Ordinal))
        {
            at += mark.Length;
            seen.Enqueue((line[at..line.IndexOf('"', at)], now));
        }
    }

    private static async Task WriteAsync(Crowd crowd, Visitor writer, ConcurrentDictionary<string, long> sent, TimeSpan every, int number, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        for (var next = every * (number * 0.618034 % 1); clock.Elapsed < time; next += every)
        {
            var wait = next - clock.Elapsed;
            await (wait > TimeSpan.Zero ? Task.Delay(wait) : Task.CompletedTask);
            var began = Stopwatch.GetTimestamp();
            var made = await writer.JsonAsync(HttpMethod.Post, crowd.At("/api/v1/threats"), new { title = Crowd.Words($"Dreiging {number}") });
            sent[made.GetProperty("id").GetString()!] = began;
        }
    }

    private static void Print(ConcurrentDictionary<string, long> sent, ConcurrentQueue<(string Id, long At)> seen, int listeners, TimeSpan wrote)
    {
        var last = seen.IsEmpty ? 0 : seen.Max(s => s.At);
        var first = sent.IsEmpty ? 0 : sent.Values.Min();
        var times = new Latencies();
        foreach (var (id, at) in seen.Where(s => sent.ContainsKey(s.Id)))
        {
            times.Add("from asking to write until seen", Stopwatch.GetElapsedTime(sent[id], at));
        }

        times.Print();
        var whole = Stopwatch.GetElapsedTime(first, last).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sent.Count} changes stored in {wrote.TotalSeconds:0.0} s ({sent.Count / wrote.TotalSeconds:0.0}/s); {seen.Count} of {(long)sent.Count * listeners} deliveries in {whole:0.0} s: {seen.Count / whole:0}/s"));
    }
}
