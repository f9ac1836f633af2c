using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Weerbaar.Platform.Storage;

/// <summary>Hears the commits of this process: enough where one process has the database to itself.</summary>
public sealed class CommitSignal : DbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim heard = new(0, 1);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake();
        return Task.CompletedTask;
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake();

    public Task WaitAsync(TimeSpan longest, CancellationToken ct) => heard.WaitAsync(longest, ct);

    public void Dispose() => heard.Dispose();

    private void Wake()
    {
        try
        {
            heard.Release();
        }
        catch (SemaphoreFullException)
        {
            // Whoever waits was woken already.
        }
    }
}
