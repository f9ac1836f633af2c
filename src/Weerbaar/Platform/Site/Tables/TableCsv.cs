using System.Globalization;
using CsvHelper;
using Weerbaar.Platform.Tables;

namespace Weerbaar.Platform.Site.Tables;

/// <summary>The rows of a table of the site as <see cref="Csv"/>, from the words and numbers of its cells.</summary>
public static class TableCsv
{
    public static byte[] Write(IEnumerable<string> headers, IEnumerable<IEnumerable<(string Text, ColumnKind Kind)>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = Csv.Into(file))
        {
            string[] head = [.. headers];
            csv.WriteRecord(head);
            foreach (var row in rows)
            {
                // A row may end early; a record of CSV may not.
                var cells = row.ToList();
                cells.AddRange(Enumerable.Repeat(("", ColumnKind.Text), head.Length - cells.Count));
                cells.ForEach(cell => WriteField(csv, cell.Text, cell.Kind));
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>Only what is a number is written as one: a column of numbers may hold a word.</summary>
    private static void WriteField(CsvWriter csv, string text, ColumnKind kind)
    {
        if (kind == ColumnKind.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            csv.WriteField(number, "R", CultureInfo.InvariantCulture);
        }
        else
        {
            csv.WriteText(text);
        }
    }
}
