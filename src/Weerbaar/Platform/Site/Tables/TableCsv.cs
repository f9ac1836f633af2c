using System.Globalization;
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
            csv.WriteRecord([.. headers]);
            foreach (var row in rows)
            {
                foreach (var (text, kind) in row)
                {
                    // Only what is a number is written as one: a column of numbers may hold a word.
                    if (kind == ColumnKind.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    {
                        csv.WriteField(number, "R", CultureInfo.InvariantCulture);
                    }
                    else
                    {
                        csv.WriteField(text);
                    }
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }
}
