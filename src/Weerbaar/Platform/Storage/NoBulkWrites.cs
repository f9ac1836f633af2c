using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Weerbaar.Platform.Storage;

/// <summary>Bulk updates and deletes would pass by the journal, so they are refused.</summary>
internal sealed class NoBulkWrites : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Checked(eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Checked(eventData, result);

    private static InterceptionResult<int> Checked(CommandEventData eventData, InterceptionResult<int> result) =>
        eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete
            ? throw new InvalidOperationException("Bulk writes pass by the journal. Change the objects and call SaveAsync.")
            : result;
}
