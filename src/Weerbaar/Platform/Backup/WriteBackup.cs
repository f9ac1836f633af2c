using System.IO.Compression;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>Writes everything there is into one stream, of one moment, while the program goes on.</summary>
public static class WriteBackup
{
    /// <exception cref="BadUse">The journal does not hold: what was made of it could not be restored.</exception>
    public static async Task<BackupFile.Foot> ToAsync(Stream to, WeerbaarDb db, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        await using var squeezed = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true);
        await using var moment = await OneMoment.OfAsync(db, ct);
        var journal = await JournalChain.VerifyAsync(db, ct);
        BadUse.Unless(journal.Holds, $"The journal does not hold. {journal.Finding} No backup was made; earlier ones are kept. Compare with one of those before going on.");
        var schema = await Migrations.NumberAsync(db, ct);
        await PutAsync(squeezed, BackupFile.Line(new BackupFile.Head(BackupFile.Form, ProgramVersion.Text, schema, now)), ct);
        var tables = new List<CopiedTable>();
        foreach (var table in TableShape.Of(db))
        {
            tables.Add(await TableAsync(squeezed, db, table, ct));
        }

        var foot = new BackupFile.Foot(tables, await FilesAsync(squeezed, dataFolder, ct));
        await PutAsync(squeezed, BackupFile.Line(foot), ct);
        return foot;
    }

    private static async Task<CopiedTable> TableAsync(Stream to, WeerbaarDb db, TableShape table, CancellationToken ct)
    {
        await PutAsync(to, BackupFile.Line(new BackupFile.TableLine(table.Name, [.. table.Columns.Select(c => c.Name)])), ct);
        var hash = new ContentHash();
        await foreach (var row in TableRows.ReadAsync(db, table, ct))
        {
            var line = TableRows.Line(row);
            hash.Add(line);
            await PutAsync(to, line, ct);
        }

        return new CopiedTable(table.Name, hash.Rows, hash.Value());
    }

    private static async Task<IReadOnlyList<BackupFile.CopiedFile>> FilesAsync(Stream to, string dataFolder, CancellationToken ct)
    {
        var copied = new List<BackupFile.CopiedFile>();
        foreach (var file in OwnFiles.In(dataFolder))
        {
            var line = await OwnFiles.ReadAsync(dataFolder, file, ct);
            await PutAsync(to, BackupFile.Line(line), ct);
            copied.Add(line.Hashed());
        }

        return copied;
    }

    private static async Task PutAsync(Stream to, byte[] line, CancellationToken ct)
    {
        await to.WriteAsync(line, ct);
        to.WriteByte((byte)'\n');
    }
}
