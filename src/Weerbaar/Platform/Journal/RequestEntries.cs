using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Writes what requests leave in the journal besides their changes. The journal is written by one at a time; what comes
/// while a write is under way goes together in the next, so that many who read at once wait for two writes, not for each
/// other's. Nobody goes on before their own entry is stored.
/// </summary>
internal sealed class RequestEntries(IServiceScopeFactory scopes) : IDisposable
{
    private const int mostAtOnce = 200;

    private readonly ConcurrentQueue<Waiting> row = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Not to be cut off: others may be waiting for the same write.</summary>
    public async Task WriteAsync(UnwrittenEntry entry)
    {
        var own = new Waiting(entry);
        row.Enqueue(own);
        while (!own.IsDone)
        {
            await turn.WaitAsync(CancellationToken.None);
            try
            {
                await (own.IsDone ? Task.CompletedTask : WriteNextAsync());
            }
            finally
            {
                turn.Release();
            }
        }

        own.Trouble?.Throw();
    }

    public void Dispose() => turn.Dispose();

    private async Task WriteNextAsync()
    {
        List<Waiting> some = [];
        while (some.Count < mostAtOnce && row.TryDequeue(out var next))
        {
            some.Add(next);
        }

        var trouble = await TryAsync(some);
        foreach (var one in some)
        {
            // One that can't be written must not keep the others from being written; a database that is away keeps all.
            one.Trouble = trouble is null || some.Count == 1 || DatabaseTrouble.Of(trouble.SourceException) is not null ? trouble : await TryAsync([one]);
            one.IsDone = true;
        }
    }

    private async Task<ExceptionDispatchInfo?> TryAsync(IEnumerable<Waiting> some)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WeerbaarDb>().RecordAsync([.. some.Select(s => s.Entry)], CancellationToken.None);
            return null;
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            return ExceptionDispatchInfo.Capture(trouble);
        }
    }

    private sealed class Waiting(UnwrittenEntry entry)
    {
        private volatile bool done;

        public UnwrittenEntry Entry => entry;

        public ExceptionDispatchInfo? Trouble { get; set; }

        /// <summary>Read without the turn: what was written before it is seen with it.</summary>
        public bool IsDone
        {
            get => done;
            set => done = value;
        }
    }
}
