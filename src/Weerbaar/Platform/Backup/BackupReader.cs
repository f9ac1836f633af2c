using System.Data.Common;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>What a backup says of itself, once all that is in it was held against its foot.</summary>
public sealed record BackupContent(BackupFile.Head Head, BackupFile.Foot Foot, IReadOnlyList<BackupFile.FileLine> Files);

/// <summary>Reads a backup line by line and holds what is in it against its foot; fills a database on the way, or only looks.</summary>
internal sealed class BackupReader(IReadOnlyList<TableShape> tables, int schema, Filling? filling = null)
{
    private readonly List<CopiedTable> read = [];
    private readonly List<BackupFile.FileLine> files = [];
    private TableShape? table;
    private ContentHash hash = new();
    private BackupFile.Foot? foot;
    private long number;

    /// <exception cref="BadUse">It is no backup, one of another version, or damaged.</exception>
    public async Task<BackupContent> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var lines = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var head = Head(await NextAsync(lines, ct));
        while (await NextAsync(lines, ct) is { } line)
        {
            await TakeAsync(line, ct);
        }

        EndTable();
        BadUse.Unless(foot is not null, "The backup is cut off: its foot is missing. Nothing was kept.");
        var different = Different(foot.Tables, read).Select(t => t.Name).Concat(Different(foot.Files, files.Select(f => f.Hashed())).Select(f => f.Name)).Distinct().ToList();
        BadUse.Unless(different.Count == 0, $"The backup does not hold what its foot says: {string.Join(", ", different)}. Nothing was kept.");
        return new(head, foot, files);
    }

    private static IEnumerable<T> Different<T>(IEnumerable<T> promised, IEnumerable<T> found) => promised.Except(found).Union(found.Except(promised));

    private async Task<string?> NextAsync(StreamReader lines, CancellationToken ct)
    {
        number++;
        return await lines.ReadLineAsync(ct);
    }

    private BackupFile.Head Head(string? line)
    {
        var head = line?.StartsWith("{\"weerbaarBackup\":", StringComparison.Ordinal) == true ? Parse<BackupFile.Head>(line) : null;
        BadUse.Unless(head is { WeerbaarBackup: BackupFile.Form }, "This is no backup of Weerbaar, or one of a form this program does not know.");
        BadUse.Unless(head.Schema == schema, $"The backup was made by version {head.Version} with schema {head.Schema}; this program has schema {schema}. Restore with that version, then start this one.");
        return head;
    }

    private async Task TakeAsync(string line, CancellationToken ct)
    {
        BadUse.Unless(foot is null, $"Line {number}: something follows the foot.");
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
            var file = Parse<BackupFile.FileLine>(line);
            BadUse.Unless(file is { File: not null, Content: not null }, $"Line {number} of the backup is no file. Nothing was kept.");
            files.Add(file);
        }
        else
        {
            foot = Parse<BackupFile.Foot>(line);
            BadUse.Unless(foot is { Tables: not null, Files: not null }, $"Line {number} of the backup is no foot. Nothing was kept.");
        }
    }

    private async Task BeginAsync(BackupFile.TableLine begun)
    {
        EndTable();
        table = tables.FirstOrDefault(t => t.Name == begun.Table);
        BadUse.Unless(table is not null && table.Columns.Select(c => c.Name).SequenceEqual(begun.Columns ?? []), $"Line {number}: there is no table {begun.Table} with these columns.");
        await (filling?.BeginAsync(table) ?? Task.CompletedTask);
    }

    private void EndTable()
    {
        if (table is not null)
        {
            read.Add(new CopiedTable(table.Name, hash.Rows, hash.Value()));
            hash = new();
        }
    }

    private async Task RowAsync(string line, CancellationToken ct)
    {
        var values = Parse<List<JsonElement>>(line);
        BadUse.Unless(table is not null && values.Count == table.Columns.Count, $"Line {number}: a row with {values.Count} values where no table has as many columns.");
        hash.Add(Encoding.UTF8.GetBytes(line));
        try
        {
            object?[] row = [.. table.Columns.Zip(values, (column, value) => column.FromJson(value))];
            await (filling?.RowAsync(row, ct) ?? Task.CompletedTask);
        }
        catch (Exception wrong) when (wrong is FormatException or DbException)
        {
            throw new BadUse($"Line {number} of the backup does not fit table {table.Name}: {wrong.Message} Nothing was kept.", wrong);
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
            throw new BadUse(line is [.., ']' or '}']
                ? $"Line {number} of the backup can't be read: {wrong.Message} Nothing was kept."
                : $"The backup is cut off in line {number}. Nothing was kept.", wrong);
        }
    }
}
