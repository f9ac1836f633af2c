namespace Weerbaar.Analysis.Uncertainty.Sampling;

/// <summary>
/// Shares numbered chunks over threads. Which thread does which chunk is chance; that must not matter to the result, so
/// what a worker adds up has to be the same in any order.
/// </summary>
internal static class Chunks
{
    internal static void ForEach<TWorker>(
        long from,
        long to,
        int threads,
        Func<TWorker> start,
        Action<TWorker, long> run,
        Action<TWorker> finish,
        IProgress<double>? progress,
        CancellationToken cancel)
        where TWorker : IDisposable
    {
        var (next, done, gate) = (from - 1, 0L, new Lock());
        Parallel.For(0, (int)Math.Min(threads, Math.Max(1, to - from)), new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, _ =>
        {
            using var worker = start();
            for (var chunk = Interlocked.Increment(ref next); chunk < to; chunk = Interlocked.Increment(ref next))
            {
                cancel.ThrowIfCancellationRequested();
                run(worker, chunk);
                progress?.Report(Interlocked.Increment(ref done) / (double)(to - from));
            }

            lock (gate)
            {
                finish(worker);
            }
        });
    }
}
