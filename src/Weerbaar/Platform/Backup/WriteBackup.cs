using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>Writes everything there is into one stream, of one moment, while the program goes on.</summary>
public static class WriteBackup
{
    public static async Task<BackupFile.Foot> ToAsync(Stream to, WeerbaarDb db, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        await using var squeezed = new GZipStream(to, CompressionLevel.Optimal);
        await using var moment = await OneMoment.OfAsync(db, ct);
        var schema = await db.Database.SqlQuery<int>($"SELECT max(number) AS \"Value\" FROM schema_version").SingleAsync(ct);
        var version = typeof(WriteBackup).Assembly.GetName().Version!.ToString(3);
        await PutAsync(squeezed, BackupFile.Line(new BackupFile.Head(BackupFile.Form, version, schema, now)), ct);
        var tables = new List<CopiedTable>();
        foreach (var table in TableShape.Of(db))
        {
            tables.Add(await TableAsync(squeezed, db, table, ct));
        }

        await FilesAsync(squeezed, dataFolder, ct);
        var foot = new BackupFile.Foot(tables);
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

    private static async Task FilesAsync(Stream to, string dataFolder, CancellationToken ct)
    {
        foreach (var file in OwnFiles.In(dataFolder))
        {
            var content = await File.ReadAllTextAsync(Path.Combine(dataFolder, file), ct);
            await PutAsync(to, BackupFile.Line(new BackupFile.FileLine(file, content)), ct);
        }
    }

    private static async Task PutAsync(Stream to, byte[] line, CancellationToken ct)
    {
        await to.WriteAsync(line, ct);
        to.WriteByte((byte)'\n');
    }
}
