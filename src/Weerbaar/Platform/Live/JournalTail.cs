using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>The end of the journal as the program itself reads it: up to where, and whose connections end by it.</summary>
internal sealed record JournalTail(long Last, Func<LiveConnection, bool> Ends)
{
    /// <summary>As many entries as are told at once: more wait for the next time.</summary>
    private const int atOnce = 1000;

    private static readonly string session = Names.Snake(nameof(Session));
    private static readonly string person = Names.Snake(nameof(Person));

    /// <summary>Whom a right is about, as its row names them.</summary>
    private static readonly string[] holders = ["ToPersonId", "PersonId"];

    /// <summary>What says who may do and see what, besides the person: functions, roles and the like, of which each is somebody's.</summary>
    private static readonly Dictionary<string, Type> rights = typeof(Stored).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Stored)) && t.Namespace!.StartsWith(typeof(Person).Namespace!, StringComparison.Ordinal) && t.Namespace != typeof(Session).Namespace)
        .Append(typeof(EmergencyOpening)).Where(t => holders.Any(h => t.GetProperty(h) is not null)).ToDictionary(t => Names.Snake(t.Name), StringComparer.Ordinal);

    /// <param name="db">The database as the program itself sees it.</param>
    /// <param name="told">The last entry that was told; negative at the beginning, when only the last entry is looked up.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<JournalTail> ReadAsync(WeerbaarDb db, long told, CancellationToken ct)
    {
        if (told < 0)
        {
            return new JournalTail(await db.Journal.MaxAsync(e => (long?)e.Seq, ct) ?? 0, _ => false);
        }

        List<string> kinds = [.. rights.Keys];
        var entries = await db.Journal.AsNoTracking().Where(e => e.Seq > told).OrderBy(e => e.Seq).Take(atOnce)
            .Select(e => new { e.Seq, e.Kind, e.ObjectId, Given = kinds.Contains(e.Kind) ? new[] { e.After, e.Before } : null }).ToListAsync(ct);
        var who = entries.Where(e => e.Kind == session || e.Kind == person).Select(e => e.ObjectId).ToHashSet(StringComparer.Ordinal);
        var anybody = false;
        foreach (var entry in entries.Where(e => e.Given is not null))
        {
            var holder = await HolderAsync(db, entry.Kind, entry.ObjectId, entry.Given!, ct);
            anybody |= holder is null;
            who.Add(holder ?? "");
        }

        return new JournalTail(entries.LastOrDefault()?.Seq ?? told, c => anybody || who.Contains(c.SessionId) || who.Contains(c.Reader.Id));
    }

    /// <summary>Whose a right is: told where it is given or taken away; where it is changed, its row tells it. Null where neither does.</summary>
    private static async Task<string?> HolderAsync(WeerbaarDb db, string kind, string objectId, string[] given, CancellationToken ct)
    {
        using var entry = JsonDocument.Parse(given.FirstOrDefault(g => g.Length > 0) ?? "{}");
        string? Told(string property) => entry.RootElement.TryGetProperty(Names.Snake(property), out var value) ? value.GetString() : null;
        if (holders.Select(Told).FirstOrDefault(id => id is not null) is { } told)
        {
            return told;
        }

        var row = await db.FindAsync(rights[kind], [Told(nameof(Stored.Id)) ?? objectId], ct);
        return holders.Select(h => row?.GetType().GetProperty(h)?.GetValue(row) as string).FirstOrDefault(id => id is not null);
    }
}
