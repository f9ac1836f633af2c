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
        cancel.ThrowIfCancellationRequested();
        var others = new Task[(int)Math.Min(threads, Math.Max(1, to - from)) - 1];
        for (var k = 0; k < others.Length; k++)
        {
            others[k] = Task.Run(Help, CancellationToken.None);
        }

        try
        {
            Work();
        }
        finally
        {
            // Nobody works on when this returns; and what stopped this thread is what the caller hears of.
            Interlocked.Exchange(ref next, to);
            Task.WhenAll(others).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }

        Array.ForEach(others, o => o.GetAwaiter().GetResult());

        // A thread that comes when all is shared out does not start.
        void Help()
        {
            if (Interlocked.Read(ref next) < to - 1)
            {
                Work();
            }
        }

        void Work()
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
        }
    }
}
