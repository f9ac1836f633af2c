using Weerbaar.Platform.Observability;

namespace Weerbaar.Platform.Live;

/// <summary>
/// Lets the browsers of this process be told when the journal grows. It listens first and reads then, so that what was
/// written while it did not listen is told too.
/// </summary>
internal sealed class LiveFeed(LiveReaders readers, JournalSignal signal, Measured measured, TimeProvider clock, ILogger<LiveFeed> log) : BackgroundService
{
    /// <summary>Changes that follow each other more quickly are told together.</summary>
    private static readonly TimeSpan together = TimeSpan.FromMilliseconds(20);

    /// <summary>For each browser, some five times what writing to it takes: telling leaves the processor to those who write.</summary>
    private static readonly TimeSpan togetherPerBrowser = TimeSpan.FromMicroseconds(100);

    private static readonly TimeSpan mostTogether = TimeSpan.FromMilliseconds(500);

    /// <summary>Looks also when nothing was heard: another program may have written to the file.</summary>
    private static readonly TimeSpan unasked = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan sign = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        measured.Listening = () => readers.Count;
        try
        {
            await Task.WhenAll(FollowAsync(stoppingToken), GiveSignsAsync(stoppingToken));
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("Live updates ended with the program");
        }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        for (var pause = shortest; !ct.IsCancellationRequested;)
        {
            try
            {
                await using var listening = await signal.ListenAsync(ct);
                while (true)
                {
                    await CatchUpAsync(ct);
                    pause = shortest;
                    await listening.WaitAsync(unasked, ct);
                }
            }
            catch (Exception lost) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("Live updates wait for the database ({Failure}); again in {Pause}", lost.GetType().Name, pause);
                await Task.Delay(pause, clock, ct);
                pause = pause * 2 < longest ? pause * 2 : longest;
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken ct)
    {
        while (await readers.TellAsync(ct))
        {
            var pause = togetherPerBrowser * readers.Count;
            await Task.Delay(pause < together ? together : pause > mostTogether ? mostTogether : pause, clock, ct);
        }
    }

    private async Task GiveSignsAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(sign, clock);
        while (await timer.WaitForNextTickAsync(ct))
        {
            readers.GiveSign();
        }
    }
}
