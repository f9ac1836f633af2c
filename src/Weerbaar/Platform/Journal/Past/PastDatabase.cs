using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Makes the database of a moment: what is there now, taken back by the journal to then, with the markings of today, so
/// that nobody reads what they may not read now. Accounts and the journal itself are not in it.
/// </summary>
public static class PastDatabase
{
    private static readonly string[] markings = ["marking", "marked_by", "marked_at", "mark_reason", "marked_until", "falls_to", "released_to", "tlp"];

    private const int atOnce = 1000;

    private static int made;

    /// <param name="seq">The last entry that had been written then.</param>
    /// <param name="at">The moment, for who asks when it is.</param>
    /// <param name="db">The database of now, as the program itself sees it.</param>
    /// <param name="scopes">For reading what was made.</param>
    /// <param name="ct">Stops.</param>
    internal static async Task<Past> MakeAsync(long seq, DateTimeOffset at, WeerbaarDb db, IServiceScopeFactory scopes, CancellationToken ct)
    {
        var tables = await TablesAsync(seq, db, ct);
        var name = $"past-{Environment.ProcessId}-{Interlocked.Increment(ref made)}";
        var past = new Past(at, new Database(true, $"Data Source={name};Mode=Memory;Cache=Shared"), scopes);
        try
        {
            await using var scope = Pasts.In(scopes, past);
            var empty = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
            await Migrations.RunAsync(empty, ct);
            await FillAsync(empty, tables, ct);
            return past;
        }
        catch
        {
            past.Dispose();
            throw;
        }
    }

    /// <summary>The rows of then as text, without their versions and markings: for comparing one moment with another.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(long seq, WeerbaarDb db, CancellationToken ct) =>
        [.. (await TablesAsync(seq, db, ct)).SelectMany(t => t.Rows.Select(r => $"{t.Shape.Name} {LineOf(r)}")).Order(StringComparer.Ordinal)];

    private static string LineOf(Dictionary<string, object?> row) =>
        Encoding.UTF8.GetString(TableRows.Line([.. row.Where(c => c.Key is not ("revision" or HiddenChanges.Column) && !markings.Contains(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)]));

    /// <summary>The tables of the steps as they were after an entry.</summary>
    internal static async Task<IReadOnlyList<PastTable>> TablesAsync(long seq, WeerbaarDb db, CancellationToken ct)
    {
        await using var moment = await OneMoment.OfAsync(db, ct);
        var shapes = TableShape.Of(db).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var tables = db.Model.GetEntityTypes().Where(IsOfAStep).ToDictionary(KindOf, t => new PastTable(t, shapes[t.GetTableName()!]), StringComparer.Ordinal);
        foreach (var table in tables.Values)
        {
            await table.ReadAsync(db, ct);
        }

        var kinds = tables.Keys.ToList();
        var since = db.Journal.AsNoTracking().Where(e => e.Seq > seq && kinds.Contains(e.Kind) && (e.Before != "" || e.After != "" || (e.Form > 1 && e.Salt == "")));
        for (var some = await OpenedAsync(since, long.MaxValue, db, ct); some.Count > 0; some = await OpenedAsync(since, some[^1].Seq, db, ct))
        {
            some.Where(e => RequestTrail.IsChange(e.Verb)).ToList().ForEach(e => tables[e.Kind].TakeBack(e));
        }

        tables.Values.ToList().ForEach(t => t.MarkAsNow(markings));
        return [.. tables.Values];
    }

    /// <summary>The next newest of some entries, with names made readable.</summary>
    private static async Task<IReadOnlyList<JournalEntry>> OpenedAsync(IQueryable<JournalEntry> since, long before, WeerbaarDb db, CancellationToken ct) =>
        await OpenedEntries.OfAsync(db, await since.Where(e => e.Seq < before).OrderByDescending(e => e.Seq).Take(atOnce).ToListAsync(ct), ct);

    private static bool IsOfAStep(IEntityType type) => typeof(MarkedObject).IsAssignableFrom(type.ClrType) || typeof(Part).IsAssignableFrom(type.ClrType);

    /// <summary>As entries about it are filed.</summary>
    private static string KindOf(IEntityType type) => typeof(MarkedObject).IsAssignableFrom(type.ClrType)
        ? ((MarkedObject)RuntimeHelpers.GetUninitializedObject(type.ClrType)).Kind
        : Names.Snake(type.ClrType.Name);

    private static async Task FillAsync(WeerbaarDb empty, IReadOnlyList<PastTable> tables, CancellationToken ct)
    {
        await using var all = await empty.Database.BeginTransactionAsync(ct);
        foreach (var table in tables)
        {
            await PutAsync(empty, table.Shape, table.Rows.Select(table.Values), ct);
        }

        var shapes = TableShape.Of(empty).ToDictionary(s => s.Name, StringComparer.Ordinal);
        await PutAsync(empty, shapes["indexed_object"], tables.Where(t => typeof(MarkedObject).IsAssignableFrom(t.Type)).SelectMany(t => Indexed(t, shapes["indexed_object"])), ct);
        await PutAsync(empty, shapes["thread_link"], await LinksAsync(empty, tables, shapes["thread_link"], ct), ct);
        await all.CommitAsync(ct);
    }

    private static IEnumerable<object?[]> Indexed(PastTable table, TableShape index)
    {
        var kind = ((MarkedObject)RuntimeHelpers.GetUninitializedObject(table.Type)).Kind;
        return table.Rows.Select(row => index.Columns.Select(c => c.Name switch
        {
            "kind" => kind,
            "searched" => WordSearch.Folded(row.GetValueOrDefault("title_nl") as string ?? "", row.GetValueOrDefault("title_en") as string ?? ""),
            _ => row.GetValueOrDefault(c.Name),
        }).ToArray());
    }

    private static async Task<IReadOnlyList<object?[]>> LinksAsync(WeerbaarDb empty, IReadOnlyList<PastTable> tables, TableShape links, CancellationToken ct)
    {
        List<object?[]> found = [];
        foreach (var type in tables.Select(t => t.Type).Where(typeof(MarkedObject).IsAssignableFrom))
        {
            await foreach (var marked in ((IQueryable<MarkedObject>)Query(empty, type)).AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            {
                found.AddRange(marked.AllItRestsOn.Distinct(StringComparer.Ordinal).Select(to => links.Columns.Select(c => (object?)(c.Name == "from_id" ? marked.Id : to)).ToArray()));
            }
        }

        return found;
    }

    private static object Query(WeerbaarDb db, Type type) =>
        typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type).Invoke(db, null)!;

    private static async Task PutAsync(WeerbaarDb empty, TableShape table, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var insertion = TableRows.Insertion(empty, table);
        foreach (var row in rows)
        {
            await TableRows.InsertAsync(insertion, row, ct);
        }
    }
}
