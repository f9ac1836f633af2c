using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// Reads again when PostgreSQL broke the connection, as it does when it starts anew. Only outside a transaction, where
/// nothing was written yet: whether a write that was cut off is there, only a person or a program that looks can tell.
/// </summary>
internal sealed class TryAgain(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    private static readonly TimeSpan[] pauses =
        [TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    /// <summary>False: a transaction begun by hand is no reason to refuse, it is a reason not to try again.</summary>
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) =>
        operation(dependencies.CurrentContext.Context, state);

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        var db = dependencies.CurrentContext.Context;
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await operation(db, state, cancellationToken);
            }
            catch (Exception lost) when (tries < pauses.Length && IsLost(lost) && db.Database.CurrentTransaction is null)
            {
                await Task.Delay(pauses[tries], cancellationToken);
            }
        }
    }

    private static bool IsLost(Exception? failed) => failed switch
    {
        null => false,
        PostgresException { SqlState: [.. var kind, _, _, _] } => kind is "57" or "08",
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException } => true,
        _ => IsLost(failed.InnerException),
    };
}
