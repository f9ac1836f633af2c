using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Weerbaar.Tests.Speed;

/// <summary>Counts what the requests to one site ask of its database.</summary>
internal sealed class QueryCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly HttpContextAccessor request = new();

    private readonly string database;
    private readonly ConcurrentBag<IDisposable> watching = [];
    private readonly ConcurrentQueue<string> asked = new();

    /// <param name="database">The last part of the name of the database, or of its file's folder.</param>
    public QueryCounter(string database)
    {
        this.database = database;
        watching.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was asked while something was done.</summary>
    public async Task<IReadOnlyList<string>> DuringAsync(Func<Task> work)
    {
        asked.Clear();
        await work();
        return [.. asked];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            watching.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (request.HttpContext is not null && value.Value is CommandEventData executed
            && executed.Connection.ConnectionString.Contains(database, StringComparison.Ordinal))
        {
            asked.Enqueue(executed.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => watching.ToList().ForEach(w => w.Dispose());
}
