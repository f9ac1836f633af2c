using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>The end of the journal as the program itself reads it: up to where, and whose connections end by it.</summary>
internal sealed record JournalTail(long Last, Func<LiveConnection, bool> Ends)
{
    /// <summary>As many entries as are told at once: more wait for the next time.</summary>
    private const int atOnce = 1000;

    private static readonly string session = Names.Snake(nameof(Session));
    private static readonly string person = Names.Snake(nameof(Person));

    /// <summary>What says who may do and see what, besides the person: functions and the like. Whom it is about is not looked up.</summary>
    private static readonly HashSet<string> rights = [.. typeof(Stored).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Stored)) && t.Namespace!.StartsWith(typeof(Person).Namespace!, StringComparison.Ordinal) && t.Namespace != typeof(Session).Namespace)
        .Except([typeof(Person), typeof(ProtectionKey)]).Select(t => Names.Snake(t.Name))];

    /// <param name="db">The database as the program itself sees it.</param>
    /// <param name="told">The last entry that was told; negative at the beginning, when only the last entry is looked up.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<JournalTail> ReadAsync(WeerbaarDb db, long told, CancellationToken ct)
    {
        if (told < 0)
        {
            return new JournalTail(await db.Journal.MaxAsync(e => (long?)e.Seq, ct) ?? 0, _ => false);
        }

        var entries = await db.Journal.AsNoTracking().Where(e => e.Seq > told).OrderBy(e => e.Seq).Take(atOnce)
            .Select(e => new { e.Seq, e.Kind, e.ObjectId }).ToListAsync(ct);
        var who = entries.Where(e => e.Kind == session || e.Kind == person).Select(e => e.ObjectId).ToHashSet(StringComparer.Ordinal);
        var anybody = entries.Any(e => rights.Contains(e.Kind));
        return new JournalTail(entries.LastOrDefault()?.Seq ?? told, c => anybody || who.Contains(c.SessionId) || who.Contains(c.Reader.Id));
    }
}
