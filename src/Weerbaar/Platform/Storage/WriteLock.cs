namespace Weerbaar.Platform.Storage;

/// <summary>
/// Lets one write of this process at the database at a time when the database has one writer (SQLite):
/// waiting here is fair and quick, waiting in the database is neither.
/// </summary>
public sealed class WriteLock(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim turns = new(1, 1);

    public async Task<IDisposable> TakeAsync(CancellationToken ct)
    {
        if (!oneWriter)
        {
            return new Turn(null);
        }

        await turns.WaitAsync(ct);
        return new Turn(turns);
    }

    public void Dispose() => turns.Dispose();

    private sealed class Turn(SemaphoreSlim? turns) : IDisposable
    {
        public void Dispose() => turns?.Release();
    }
}
