using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>A calculation under way or done, for everybody who asks for the same.</summary>
public sealed class SharedRun<T> : IProgress<double>
{
    private readonly CancellationTokenSource stop;
    private double done;

    internal SharedRun(string key, CancellationTokenSource stop) => (Key, this.stop) = (key, stop);

    public string Key { get; }

    public Task<T> Result { get; internal set; } = null!;

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
    private readonly Dictionary<string, object> underWay = new(StringComparer.Ordinal);
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
    public SharedRun<RoundUncertainty> Ask(RoundModel model, RunOptions options)
    {
        var plan = options.Plan();
        var key = string.Create(CultureInfo.InvariantCulture, $"{model.Input.Hash["sha256:".Length..]}-{plan.Samples}-{options.Error:R}-{plan.Seed}-{options.Sampling}-{model.Weights.Id}");
        return Ask<RoundUncertainty>(key, room, run => RoundUncertainty.Compute(model, options, run, run.Stopping), _ => (model.Scenarios.Count * (long)model.Scenarios.Count) + 10_000);
    }

    /// <summary>What the uncertainty about one difference comes from: known, joined or started, as a run is.</summary>
    /// <param name="run">Of which <paramref name="result"/> came.</param>
    /// <param name="result">What the run found.</param>
    /// <param name="pair">The two whose difference it is.</param>
    public SharedRun<IReadOnlyList<ExplainedShare>> Explain(SharedRun<RoundUncertainty> run, RoundUncertainty result, ComparedPair pair) => Ask<IReadOnlyList<ExplainedShare>>(
        string.Create(CultureInfo.InvariantCulture, $"{run.Key}-{pair.Above}-{pair.Below}"), roomToExplain,
        own => WhatExplains.Of(result.Model, pair.Above, pair.Below, result.Run.Seed, own, own.Stopping), shares => CellsOfShare * (shares.Count + 1));

    /// <summary>Waits for the result as long as the asker does.</summary>
    public Task<RoundUncertainty> GetAsync(RoundModel model, RunOptions options, CancellationToken ct) => WaitAsync(Ask(model, options), ct);

    /// <summary>Waits for what the uncertainty about one difference comes from as long as the asker does.</summary>
    public async Task<IReadOnlyList<ExplainedShare>> ExplainAsync(SharedRun<RoundUncertainty> run, ComparedPair pair, CancellationToken ct) =>
        await WaitAsync(Explain(run, await ResultOfAsync(run), pair), ct);

    /// <summary>The result of a run that is done.</summary>
    /// <exception cref="BrokenRule">Somebody stopped it.</exception>
    public static async Task<T> ResultOfAsync<T>(SharedRun<T> run)
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
    public async Task<bool> IsDoneAsync<T>(SharedRun<T> run, TimeSpan within, CancellationToken ct)
    {
        await Task.WhenAny(run.Result, Task.Delay(within, clock, ct));
        ct.ThrowIfCancellationRequested();
        return run.Result.IsCompleted;
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

    private async Task<T> WaitAsync<T>(SharedRun<T> run, CancellationToken ct)
    {
        while (!await IsDoneAsync(run, look, ct))
        {
            run.Keep(patience);
        }

        return await ResultOfAsync(run);
    }

    private SharedRun<T> Ask<T>(string key, SemaphoreSlim place, Func<SharedRun<T>, T> compute, Func<T, long> cells)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out object? found) || underWay.TryGetValue(key, out found))
            {
                var run = (SharedRun<T>)found!;
                run.Keep(patience);
                return run;
            }

            var started = new SharedRun<T>(key, new CancellationTokenSource(patience, clock));
            underWay[key] = started;
            started.Result = Task.Run(() => ComputeAsync(started, place, compute, cells));
            return started;
        }
    }

    private async Task<T> ComputeAsync<T>(SharedRun<T> run, SemaphoreSlim place, Func<SharedRun<T>, T> compute, Func<T, long> cells)
    {
        try
        {
            await place.WaitAsync(run.Stopping);
            try
            {
                var result = compute(run);
                Remember(run.Key, run, cells(result));
                return result;
            }
            finally
            {
                place.Release();
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

    private void Remember(string key, object run, long cells)
    {
        lock (gate)
        {
            known.Set(key, run, Kept(cells));
        }
    }

    private static MemoryCacheEntryOptions Kept(long cells) => new() { Size = cells, SlidingExpiration = TimeSpan.FromHours(1) };
}
