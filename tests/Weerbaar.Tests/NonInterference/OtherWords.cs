using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Backup;

namespace Weerbaar.Tests.NonInterference;

/// <summary>Writes other words over some words in every column of every table, past the program: nobody changed anything, it was so from the beginning.</summary>
internal static class OtherWords
{
    public static Task PutAsync(TestSite site, string words, string others) => site.AsConsoleAsync(async (db, _) =>
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        var sqlite = db.Database.ProviderName!.Contains("Sqlite", StringComparison.Ordinal);
        await RunAsync(connection, sqlite ? "DROP TRIGGER journal_entry_not_changed" : "ALTER TABLE journal_entry DISABLE TRIGGER ALL");
        var changed = 0;
        foreach (var table in TableShape.Of(db))
        {
            foreach (var column in table.Columns.Where(c => c.Type == typeof(string)))
            {
                changed += await RunAsync(connection, $"UPDATE \"{table.Name}\" SET \"{column.Name}\" = replace(\"{column.Name}\", '{words}', '{others}') WHERE \"{column.Name}\" LIKE '%{words}%'");
            }
        }

        changed.ShouldBeGreaterThan(15);
        return changed;
    });

    private static async Task<int> RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }
}
