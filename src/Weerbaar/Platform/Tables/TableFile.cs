using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Tables;

public enum TableFormat
{
    Json,
    Csv,
}

/// <summary>
/// A table as a file. JSON: an array with an object for each row. CSV as <see cref="Csv"/> has it, with numbers and dates
/// written the same everywhere, and lists as JSON.
/// </summary>
public static class TableFile
{
    public static string NameOf(ExportedTable table, TableFormat format) => $"{table.Name}.{(format == TableFormat.Csv ? "csv" : "json")}";

    public static string MediaTypeOf(TableFormat format) => format == TableFormat.Csv ? "text/csv; charset=utf-8" : "application/json";

    /// <summary>Writes the rows the actor may see, and says how many there were.</summary>
    public static Task<int> WriteAsync(ExportedTable table, TableFormat format, WeerbaarDb db, Stream to, CancellationToken ct) =>
        format == TableFormat.Csv ? WriteCsvAsync(table, db, to, ct) : WriteJsonAsync(table, db, to, ct);

    private static async Task<int> WriteCsvAsync(ExportedTable table, WeerbaarDb db, Stream to, CancellationToken ct)
    {
        await using var writer = Csv.Into(to);
        await writer.WriteRecordAsync([.. table.Columns], ct);
        var rows = 0;
        await foreach (var row in table.RowsAsync(db, ct))
        {
            foreach (var value in row)
            {
                WriteField(writer, value);
            }

            await writer.EndRecordAsync(ct);
            rows++;
        }

        return rows;
    }

    private static void WriteField(CsvWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteField(""); break;
            case string text: writer.WriteText(text); break;
            case bool flag: writer.WriteField(flag); break;
            case Enum word: writer.WriteField(word.ToString()); break;
            case DateOnly day: writer.WriteField(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset moment: writer.WriteField(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)); break;
            case int number: writer.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case long number: writer.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case double number: writer.WriteField(number, "R", CultureInfo.InvariantCulture); break;
            default: writer.WriteField(JsonSerializer.Serialize(value, ShownTexts.Json)); break;
        }
    }

    private static async Task<int> WriteJsonAsync(ExportedTable table, WeerbaarDb db, Stream to, CancellationToken ct)
    {
        await using var writer = new Utf8JsonWriter(to, new() { Indented = true, Encoder = ShownTexts.Json.Encoder });
        writer.WriteStartArray();
        var rows = 0;
        await foreach (var row in table.RowsAsync(db, ct))
        {
            JsonSerializer.Serialize(writer, Named(table, row), ShownTexts.Json);
            rows++;
            if (writer.BytesPending > 1 << 16)
            {
                await writer.FlushAsync(ct);
            }
        }

        writer.WriteEndArray();
        return rows;
    }

    /// <summary>A row by the names of its columns, in their order.</summary>
    public static IReadOnlyDictionary<string, object?> Named(ExportedTable table, IReadOnlyList<object?> row) =>
        new OrderedDictionary<string, object?>(table.Columns.Zip(row).Select(c => KeyValuePair.Create(c.First, c.Second)));
}
