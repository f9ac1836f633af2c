using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>What a table held when it was copied.</summary>
public sealed record CopiedTable(string Name, int Rows, string Sha256);

/// <summary>Reads a whole database at one moment, and fills an empty one with what was read, all or nothing.</summary>
public static class DatabaseCopy
{
    /// <summary>Copies everything of one moment into an empty database, proves it, and only then keeps it.</summary>
    /// <exception cref="BadUse">The target is not empty, what was written is not what was read, or the source was written to meanwhile.</exception>
    public static async Task<IReadOnlyList<CopiedTable>> IntoAsync(WeerbaarDb source, WeerbaarDb target, CancellationToken ct)
    {
        await using var all = await target.Database.BeginTransactionAsync(ct);
        await RequireEmptyAsync(target, ct);
        var (copied, head) = await CopyAsync(source, target, ct);
        await ProveAsync(target, copied, ct);
        await UnderCeiling.RequireAsync(target, ct);
        await target.RecordAsync(new Change("backup.move"), "backup", "all", Marking.DepartmentalConfidential, ct);
        BadUse.Unless(await JournalChain.LastSeqAsync(source, ct) == head, "Something was written to the old database meanwhile. Nothing was kept; stop the program and move again.");
        await all.CommitAsync(ct);
        return copied;
    }

    private static async Task<(IReadOnlyList<CopiedTable> Tables, long Head)> CopyAsync(WeerbaarDb source, WeerbaarDb target, CancellationToken ct)
    {
        await using var moment = await OneMoment.OfAsync(source, ct);
        var copied = new List<CopiedTable>();
        foreach (var table in TableShape.Of(source))
        {
            copied.Add(await CopyAsync(source, target, table, ct));
        }

        return (copied, await JournalChain.LastSeqAsync(source, ct));
    }

    private static async Task<CopiedTable> CopyAsync(WeerbaarDb source, WeerbaarDb target, TableShape table, CancellationToken ct)
    {
        await using var insertion = TableRows.Insertion(target, table);
        var hash = new ContentHash();
        await foreach (var row in TableRows.ReadAsync(source, table, ct))
        {
            hash.Add(TableRows.Line(row));
            await TableRows.InsertAsync(insertion, row, ct);
        }

        return new CopiedTable(table.Name, hash.Rows, hash.Value());
    }

    /// <summary>Refuses to fill a database that holds something.</summary>
    /// <exception cref="BadUse">There are rows in it.</exception>
    public static async Task RequireEmptyAsync(WeerbaarDb db, CancellationToken ct)
    {
        foreach (var table in TableShape.Of(db))
        {
            if (await TableRows.AnyAsync(db, table, ct))
            {
                throw new BadUse($"The database to fill is not empty: {table.Name} holds rows. Name an empty one.");
            }
        }
    }

    /// <summary>What every table holds now.</summary>
    public static async Task<IReadOnlyList<CopiedTable>> HashesAsync(WeerbaarDb db, CancellationToken ct)
    {
        var found = new List<CopiedTable>();
        foreach (var table in TableShape.Of(db))
        {
            var hash = new ContentHash();
            await foreach (var row in TableRows.ReadAsync(db, table, ct))
            {
                hash.Add(TableRows.Line(row));
            }

            found.Add(new CopiedTable(table.Name, hash.Rows, hash.Value()));
        }

        return found;
    }

    /// <summary>Reads back what was filled in and holds it against what it was filled with; then the journal.</summary>
    /// <exception cref="BadUse">Something is not the same.</exception>
    public static async Task ProveAsync(WeerbaarDb filled, IReadOnlyList<CopiedTable> source, CancellationToken ct)
    {
        var different = (await HashesAsync(filled, ct)).Except(source).Select(t => t.Name).ToList();
        if (different.Count > 0)
        {
            throw new BadUse($"What was written is not what was read: {string.Join(", ", different)}. Nothing was kept.");
        }

        var journal = await JournalChain.VerifyAsync(filled, ct);
        if (!journal.Holds)
        {
            throw new BadUse($"The journal in the copy does not hold: {journal.Finding} Nothing was kept.");
        }
    }
}
