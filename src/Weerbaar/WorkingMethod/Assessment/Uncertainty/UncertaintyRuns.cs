using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>A run under way or done, for everybody who asks for the same.</summary>
public sealed class UncertaintyRun : IProgress<double>
{
    private readonly CancellationTokenSource stop;
    private double done;

    internal UncertaintyRun(string key, CancellationTokenSource stop) => (Key, this.stop) = (key, stop);

    /// <summary>Names the run in an address.</summary>
    public string Key { get; }

    public Task<RoundUncertainty> Result { get; internal set; } = null!;

    /// <summary>Share done, 0 to 1.</summary>
    public double Done => Volatile.Read(ref done);

    internal CancellationToken Stopping => stop.Token;

    public void Report(double value) => Volatile.Write(ref done, value);

    /// <summary>Somebody still wants it.</summary>
    internal void Keep(TimeSpan patience) => stop.CancelAfter(patience);

    internal void Cancel() => stop.Cancel();
}

/// <summary>
/// Runs, remembered by what they were drawn from and how. Two who ask for the same share one run; a run nobody looks at
/// any more stops by itself. What is remembered depends only on what the asker may see.
/// </summary>
public sealed class UncertaintyRuns(TimeProvider clock) : IDisposable
{
    private const long MostCells = 20_000_000;
    private const long CellsOfShare = 20;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan look = TimeSpan.FromSeconds(5);

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostCells });
    private readonly Dictionary<string, UncertaintyRun> underWay = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim room = new(2);
    private readonly SemaphoreSlim roomToExplain = new(2);
    private readonly Lock gate = new();

    public void Dispose()
    {
        known.Dispose();
        room.Dispose();
        roomToExplain.Dispose();
    }

    /// <summary>The run itself: known, joined or started. Stops when nobody asks for it for half a minute.</summary>
    public UncertaintyRun Ask(RoundModel model, RunOptions options)
    {
        var plan = options.Plan();
        var key = string.Create(CultureInfo.InvariantCulture, $"{model.Input.Hash["sha256:".Length..]}-{plan.Samples}-{options.Error:R}-{plan.Seed}-{options.Sampling}-{model.Weights.Id}");
        lock (gate)
        {
            if (known.TryGetValue(key, out UncertaintyRun? run) || underWay.TryGetValue(key, out run))
            {
                run!.Keep(patience);
                return run;
            }

            return underWay[key] = Start(key, model, options);
        }
    }

    /// <summary>Waits for the result as long as the asker does.</summary>
    public async Task<RoundUncertainty> GetAsync(RoundModel model, RunOptions options, CancellationToken ct)
    {
        var run = Ask(model, options);
        while (!await IsDoneAsync(run, look, ct))
        {
            run.Keep(patience);
        }

        return await ResultOfAsync(run);
    }

    /// <summary>The result of a run that is done.</summary>
    /// <exception cref="BrokenRule">Somebody stopped it.</exception>
    public static async Task<RoundUncertainty> ResultOfAsync(UncertaintyRun run)
    {
        try
        {
            return await run.Result;
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            throw new BrokenRule("uncertainty.rule.stopped");
        }
    }

    /// <summary>Whether it is done within a time.</summary>
    public async Task<bool> IsDoneAsync(UncertaintyRun run, TimeSpan within, CancellationToken ct)
    {
        await Task.WhenAny(run.Result, Task.Delay(within, clock, ct));
        ct.ThrowIfCancellationRequested();
        return run.Result.IsCompleted;
    }

    /// <summary>What the uncertainty about one difference comes from, remembered as the run is. Stops when the asker goes.</summary>
    public async Task<IReadOnlyList<ExplainedShare>> ExplainAsync(UncertaintyRun run, ComparedPair pair, CancellationToken ct)
    {
        var key = (run.Key, pair);
        if (known.TryGetValue(key, out IReadOnlyList<ExplainedShare>? shares))
        {
            return shares!;
        }

        var result = await ResultOfAsync(run);
        await roomToExplain.WaitAsync(ct);
        try
        {
            shares = await Task.Run(() => WhatExplains.Of(result.Model, pair.Above, pair.Below, result.Run.Seed, ct), ct);
        }
        finally
        {
            roomToExplain.Release();
        }

        return known.Set(key, shares, Kept(CellsOfShare * (shares.Count + 1)));
    }

    /// <summary>Stops a run under way.</summary>
    public void Cancel(RoundModel model, RunOptions options)
    {
        var run = Ask(model, options);
        if (!run.Result.IsCompleted)
        {
            run.Cancel();
        }
    }

    private UncertaintyRun Start(string key, RoundModel model, RunOptions options)
    {
        var run = new UncertaintyRun(key, new CancellationTokenSource(patience, clock));
        run.Result = Task.Run(() => ComputeAsync(run, model, options));
        return run;
    }

    private async Task<RoundUncertainty> ComputeAsync(UncertaintyRun run, RoundModel model, RunOptions options)
    {
        try
        {
            await room.WaitAsync(run.Stopping);
            try
            {
                var result = RoundUncertainty.Compute(model, options, run, run.Stopping);
                Remember(run, model.Scenarios.Count);
                return result;
            }
            finally
            {
                room.Release();
            }
        }
        finally
        {
            lock (gate)
            {
                underWay.Remove(run.Key);
            }
        }
    }

    private void Remember(UncertaintyRun run, int scenarios)
    {
        lock (gate)
        {
            known.Set(run.Key, run, Kept((scenarios * (long)scenarios) + 10_000));
        }
    }

    private static MemoryCacheEntryOptions Kept(long cells) => new() { Size = cells, SlidingExpiration = TimeSpan.FromHours(1) };
}
