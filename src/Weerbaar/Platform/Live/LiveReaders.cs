using System.Collections.Concurrent;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Observability;

namespace Weerbaar.Platform.Live;

/// <summary>
/// The browsers that listen to this process, and up to which entry of the journal they were told. Joining and telling wait
/// for each other, so that nothing falls between what a browser reads when it joins and what it is told after.
/// </summary>
internal sealed class LiveReaders(IServiceScopeFactory scopes, LivePosition positions, Measured measured) : IDisposable
{
    private static readonly byte[] sign = ":\n\n"u8.ToArray();

    private readonly ConcurrentDictionary<LiveConnection, byte> connections = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long told = -1;

    public int Count => connections.Count;

    public int CountOf(string personId) => connections.Keys.Count(c => c.Reader.Id == personId);

    /// <summary>From here on the connection is told what changes.</summary>
    /// <returns>The number of the last entry that it will not be told of.</returns>
    public async Task<long> JoinAsync(LiveConnection connection, long? after, CancellationToken ct)
    {
        await begun.Task.WaitAsync(ct);
        await turn.WaitAsync(ct);
        try
        {
            connection.From = Math.Max(told, after ?? told);
            connections[connection] = 0;
            return told;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Leave(LiveConnection connection) => connections.TryRemove(connection, out _);

    /// <summary>A sign of life, so that neither browser nor proxy takes the silence for an end.</summary>
    public void GiveSign() => connections.Keys.ToList().ForEach(c => c.Send(sign));

    /// <summary>Tells everybody what was written since the last time, as far as each may see it.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> TellAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var tail = await scopes.AsAsync(Actor.Console, (db, _) => JournalTail.ReadAsync(db, told, ct));
            var isNew = told >= 0 && tail.Last > told;
            if (isNew)
            {
                await SendAsync(told, tail.Last, ct);
                connections.Keys.Where(tail.Ends).ToList().ForEach(c => c.End());
            }

            told = tail.Last;
            begun.TrySetResult();
            return isNew;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task SendAsync(long after, long upTo, CancellationToken ct)
    {
        var position = positions.Seal(upTo);
        foreach (var group in connections.Keys.GroupBy(c => c.Audience).ToList())
        {
            var messages = await scopes.AsAsync(group.First().Reader, (db, _) => VisibleChanges.BetweenAsync(db, after, upTo, int.MaxValue, ct));
            if (messages.Count > 0)
            {
                Send(group, messages, position);
                measured.Told(group.Count() * messages.Count);
            }
        }
    }

    private static void Send(IEnumerable<LiveConnection> group, IReadOnlyList<LiveMessage> messages, string position)
    {
        var forAll = LiveMessage.Event(messages, position);
        foreach (var connection in group)
        {
            // It may come from another process that was further.
            var known = messages[0].Seq > connection.From ? 0 : messages.Count(m => m.Seq <= connection.From);
            if (known < messages.Count)
            {
                connection.Send(known == 0 ? forAll : LiveMessage.Event(messages.Skip(known), position));
            }
        }
    }
}
