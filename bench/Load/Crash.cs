using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Weerbaar.Bench.Load;

/// <summary>
/// Kills processes under load and proves that nothing acknowledged is lost and nothing is there twice. A writer whose write
/// was cut off looks whether it is there before making it again, as a person would.
/// </summary>
internal sealed class Crash(Uri[] sites, Func<int, Process> start)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private int cutOff;

    /// <param name="link">The one-time link of the administrator.</param>
    /// <param name="running">The processes, as they were started.</param>
    /// <param name="kills">How often one is killed.</param>
    /// <param name="every">How long each time it takes until then.</param>
    /// <param name="restartDatabase">What restarts the database, once, halfway; null for nothing.</param>
    public async Task<int> RunAsync(Uri link, Process[] running, int writers, int kills, TimeSpan every, string? restartDatabase)
    {
        var crowd = await Crowd.EnterAsync(link);
        var writing = await crowd.BringAsync(writers, "Analyst", 5);
        using var stop = new CancellationTokenSource();
        var work = writing.Select((w, n) => Task.Run(() => WriteAsync(w, n, stop.Token))).ToList();
        for (var kill = 0; kill < kills; kill++)
        {
            var one = kill % running.Length;
            await UntilOneIsAcknowledgedAsync(running);
            await KeepUpAsync(running, every);
            running[one].Kill();
            await running[one].WaitForExitAsync();
            if (restartDatabase is not null && kill == kills / 2)
            {
                using var shell = Process.Start("/bin/sh", ["-c", restartDatabase]);
                await shell.WaitForExitAsync();
            }
        }

        await KeepUpAsync(running, every);
        await stop.CancelAsync();
        await Task.WhenAll(work);
        return await ProveAsync(crowd.Administrator);
    }

    /// <summary>As systemd or an orchestrator does: what ended is started again, also what found no database.</summary>
    private async Task KeepUpAsync(Process[] running, TimeSpan time)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
        {
            await Task.Delay(200);
            for (var one = 0; one < running.Length; one++)
            {
                running[one] = running[one].HasExited ? start(one) : running[one];
            }
        }
    }

    /// <summary>Nothing could be lost before something was acknowledged, and starting may take longer than the time between two kills.</summary>
    private async Task UntilOneIsAcknowledgedAsync(Process[] running)
    {
        var before = acknowledged.Count;
        for (var clock = Stopwatch.StartNew(); acknowledged.Count == before && clock.Elapsed < patience;)
        {
            await KeepUpAsync(running, TimeSpan.FromMilliseconds(20));
        }
    }

    private async Task WriteAsync(Visitor writer, int number, CancellationToken ct)
    {
        for (var turn = 0; !ct.IsCancellationRequested; turn++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"proof {number} {turn}");
            acknowledged[title] = await UntilThereAsync(writer, title, number + turn);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task<string> UntilThereAsync(Visitor writer, string title, int tries)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < patience; tries++)
        {
            var site = sites[tries % sites.Length];
            try
            {
                using var answer = await writer.SendAsync(HttpMethod.Post, new Uri(site, "/api/v1/threats"), new { title = Crowd.Words(title) });
                if (answer.IsSuccessStatusCode)
                {
                    return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException or IOException)
            {
                Interlocked.Increment(ref cutOff);
            }

            await Task.Delay(300);
            if (await FoundAsync(writer, title) is { } id)
            {
                return id;
            }
        }

        throw new TimeoutException($"'{title}' could not be written for {patience.TotalSeconds} s.");
    }

    /// <summary>The object with this title, asking whoever answers; null when there is none.</summary>
    private async Task<string?> FoundAsync(Visitor writer, string title)
    {
        var found = await AnsweredAsync(writer, $"/api/v1/threats?q={Uri.EscapeDataString(title)}");
        return found.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("title").GetProperty("nl").GetString() == title)
            .Select(i => i.GetProperty("id").GetString()).FirstOrDefault();
    }

    private async Task<JsonElement> AnsweredAsync(Visitor visitor, string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await visitor.JsonAsync(HttpMethod.Get, new Uri(sites[tries % sites.Length], path));
            }
            catch (Exception lost) when (tries < 300 && lost is HttpRequestException or OperationCanceledException or IOException or InvalidOperationException)
            {
                await Task.Delay(200);
            }
        }
    }

    private async Task<int> ProveAsync(Visitor administrator)
    {
        var there = new List<(string Id, string Title)>();
        for (var (page, total) = (1, 1); there.Count < total; page++)
        {
            var listed = await AnsweredAsync(administrator, $"/api/v1/threats?q=proof&pageSize=500&page={page}");
            total = listed.GetProperty("total").GetInt32();
            there.AddRange(listed.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("id").GetString()!, i.GetProperty("title").GetProperty("nl").GetString()!)));
        }

        var ids = there.Select(t => t.Id).ToHashSet();
        var lost = acknowledged.Count(a => !ids.Contains(a.Value));
        var twice = there.GroupBy(t => t.Title).Count(g => g.Count() > 1);
        Console.WriteLine($"{acknowledged.Count} acknowledged writes, {there.Count} there, {cutOff} cut off; lost: {lost}, twice: {twice}");
        return lost + twice;
    }
}
