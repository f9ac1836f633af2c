using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The moments that were looked at last, ready to be looked at again until something changes.</summary>
public sealed class Pasts(IServiceScopeFactory scopes) : IDisposable
{
    private const int most = 4;

    private readonly List<(long Seq, long Now, DateOnly Day, Past Past)> ready = [];
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Everything as it was at a moment; dispose of it after reading.</summary>
    public async Task<Past> AtAsync(DateTimeOffset at, CancellationToken ct)
    {
        await using var scope = AsProgram();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        var seq = await db.Journal.Where(e => e.At <= at).MaxAsync(e => (long?)e.Seq, ct) ?? 0;
        var (now, day) = (await JournalChain.LastChangeAsync(db, ct), db.Today);
        await turn.WaitAsync(ct);
        try
        {
            var found = ready.FirstOrDefault(r => r.Seq == seq && r.Now == now && r.Day == day).Past;
            return (found ?? await KeepAsync(seq, now, day, at, db, ct)).Again(at);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>When the last of some objects came, whoever may see how; from then on all are in every past. Null where the journal does not say.</summary>
    internal async Task<DateTimeOffset?> BegunAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        await using var scope = AsProgram();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        List<DateTimeOffset?> begun = [];
        foreach (var id in ids)
        {
            begun.Add(await db.Journal.Where(e => e.ObjectId == id).OrderBy(e => e.Seq).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct));
        }

        return begun.Contains(null) ? null : begun.Max();
    }

    public void Dispose()
    {
        ready.ForEach(r => r.Past.Dispose());
        turn.Dispose();
    }

    /// <summary>A scope of the program itself that reads from the past.</summary>
    internal static AsyncServiceScope In(IServiceScopeFactory scopes, Past past)
    {
        var scope = scopes.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        (current.Actor, current.Past) = (Actor.Console, past);
        return scope;
    }

    private async Task<Past> KeepAsync(long seq, long now, DateOnly day, DateTimeOffset at, WeerbaarDb db, CancellationToken ct)
    {
        var made = await PastDatabase.MakeAsync(seq, at, db, scopes, ct);
        ready.Add((seq, now, day, made));
        if (ready.Count > most)
        {
            ready[0].Past.Dispose();
            ready.RemoveAt(0);
        }

        return made;
    }

    private AsyncServiceScope AsProgram()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return scope;
    }
}
