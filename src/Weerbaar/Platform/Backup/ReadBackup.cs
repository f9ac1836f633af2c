using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>Fills an empty database and data folder with what a backup holds: proved, and then kept, or nothing is kept.</summary>
public sealed class ReadBackup(WeerbaarDb db, string dataFolder)
{
    private readonly Dictionary<string, TableShape> shapes = TableShape.Of(db).ToDictionary(t => t.Name, StringComparer.Ordinal);
    private readonly List<BackupFile.FileLine> files = [];
    private TableShape? table;
    private DbCommand? insertion;
    private BackupFile.Foot? foot;
    private long number;

    /// <exception cref="BadUse">It is no backup, one of another version, damaged, or the database is not empty.</exception>
    public async Task<BackupFile.Foot> FromAsync(Stream stream, CancellationToken ct)
    {
        await using var all = await db.Database.BeginTransactionAsync(ct);
        await DatabaseCopy.RequireEmptyAsync(db, ct);
        using var lines = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        await HeadAsync(await NextAsync(lines, ct), ct);
        while (await NextAsync(lines, ct) is { } line)
        {
            await TakeAsync(line, ct);
        }

        var promised = foot ?? throw new BadUse("The backup is cut off: its foot is missing. Nothing was kept.");
        await DatabaseCopy.ProveAsync(db, promised.Tables, ct);
        await KeepFilesAsync(ct);
        await all.CommitAsync(ct);
        return promised;
    }

    private async Task<string?> NextAsync(StreamReader lines, CancellationToken ct)
    {
        number++;
        return await lines.ReadLineAsync(ct);
    }

    private async Task HeadAsync(string? line, CancellationToken ct)
    {
        var head = line is null ? null : Parse<BackupFile.Head>(line);
        var schema = await db.Database.SqlQuery<int>($"SELECT max(number) AS \"Value\" FROM schema_version").SingleAsync(ct);
        Require(head is { WeerbaarBackup: BackupFile.Form }, "This is no backup of Weerbaar, or one of a form this program does not know.");
        Require(head!.Schema == schema, $"The backup was made by version {head.Version} with schema {head.Schema}; this program has schema {schema}. Restore with that version, then start this one.");
    }

    private async Task TakeAsync(string line, CancellationToken ct)
    {
        Require(foot is null, $"Line {number}: something follows the foot.");
        if (line.StartsWith('['))
        {
            await RowAsync(line, ct);
        }
        else if (line.StartsWith("{\"table\":", StringComparison.Ordinal))
        {
            await BeginAsync(Parse<BackupFile.TableLine>(line));
        }
        else if (line.StartsWith("{\"file\":", StringComparison.Ordinal))
        {
            files.Add(Parse<BackupFile.FileLine>(line));
        }
        else
        {
            foot = Parse<BackupFile.Foot>(line);
        }
    }

    private async Task BeginAsync(BackupFile.TableLine begun)
    {
        table = shapes.GetValueOrDefault(begun.Table);
        Require(table is not null && table.Columns.Select(c => c.Name).SequenceEqual(begun.Columns), $"Line {number}: there is no table {begun.Table} with these columns.");
        if (insertion is not null)
        {
            await insertion.DisposeAsync();
        }

        insertion = TableRows.Insertion(db, table!);
    }

    private async Task RowAsync(string line, CancellationToken ct)
    {
        var values = Parse<List<JsonElement>>(line);
        Require(table is not null && values.Count == table.Columns.Count, $"Line {number}: a row with {values.Count} values where no table has as many columns.");
        try
        {
            await TableRows.InsertAsync(insertion!, [.. table!.Columns.Zip(values, (column, value) => column.FromJson(value))], ct);
        }
        catch (Exception wrong) when (wrong is FormatException or DbException)
        {
            throw new BadUse($"Line {number} of the backup does not fit table {table!.Name}: {wrong.Message} Nothing was kept.", wrong);
        }
    }

    private async Task KeepFilesAsync(CancellationToken ct)
    {
        foreach (var file in files)
        {
            Require(OwnFiles.MayBe(file.File), $"The backup names a file {file.File}, which is not one of ours.");
            var path = Path.Combine(dataFolder, file.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Content, ct);
        }
    }

    private T Parse<T>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, DatabaseModel.Json) ?? throw new JsonException("Nothing.");
        }
        catch (JsonException wrong)
        {
            throw new BadUse($"Line {number} of the backup can't be read: {wrong.Message} Nothing was kept.", wrong);
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new BadUse(message);
        }
    }
}
