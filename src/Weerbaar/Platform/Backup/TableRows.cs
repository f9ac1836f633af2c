using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>
/// The rows of a table as they are, past markings, journal and save path: for copying a whole database, and for nothing else.
/// </summary>
internal static class TableRows
{
    public static async IAsyncEnumerable<object?[]> ReadAsync(WeerbaarDb db, TableShape table, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = Command(db, $"SELECT {Names(table)} FROM {Quoted(table.Name)}");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var raw = new object[table.Columns.Count];
        while (await reader.ReadAsync(ct))
        {
            reader.GetValues(raw);
            yield return [.. table.Columns.Select((column, i) => column.FromDatabase(raw[i]))];
        }
    }

    /// <summary>Puts rows into a table, as many times as called.</summary>
    public static DbCommand Insertion(WeerbaarDb db, TableShape table)
    {
        var places = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        var command = Command(db, $"INSERT INTO {Quoted(table.Name)} ({Names(table)}) VALUES ({places})");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task InsertAsync(DbCommand insertion, object?[] row, CancellationToken ct)
    {
        for (var i = 0; i < row.Length; i++)
        {
            insertion.Parameters[i].Value = row[i] ?? DBNull.Value;
        }

        await insertion.ExecuteNonQueryAsync(ct);
    }

    public static async Task<bool> AnyAsync(WeerbaarDb db, TableShape table, CancellationToken ct)
    {
        await using var command = Command(db, $"SELECT 1 FROM {Quoted(table.Name)} LIMIT 1");
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>A row as a line of a backup: an array in the order of the columns.</summary>
    public static byte[] Line(object?[] row) => JsonSerializer.SerializeToUtf8Bytes(row, DatabaseModel.Json);

    private static DbCommand Command(WeerbaarDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static string Names(TableShape table) => string.Join(", ", table.Columns.Select(c => Quoted(c.Name)));

    /// <summary>Names come from the program's own model; the quotes are for those that are words of SQL.</summary>
    private static string Quoted(string name) => $"\"{name}\"";
}
