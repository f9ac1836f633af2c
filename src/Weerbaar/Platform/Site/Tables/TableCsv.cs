using System.Buffers;
using System.Text;

namespace Weerbaar.Platform.Site.Tables;

/// <summary>
/// The rows as CSV: UTF-8 with byte order mark (so that spreadsheets read accents), invariant numbers and dates.
/// Words that a spreadsheet would run as a formula get an apostrophe before them.
/// </summary>
public static class TableCsv
{
    private const string RunsInSpreadsheets = "=+-@\t\r";
    private static readonly SearchValues<char> mustQuote = SearchValues.Create(",;\"\r\n");

    public static byte[] Write(IEnumerable<string> headers, IEnumerable<IEnumerable<(string Text, ColumnKind Kind)>> rows)
    {
        var text = new StringBuilder();
        Line(text, headers.Select(Harmless));
        foreach (var row in rows)
        {
            Line(text, row.Select(cell => cell.Kind is ColumnKind.Number or ColumnKind.Date ? cell.Text : Harmless(cell.Text)));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Harmless(string text) =>
        text.Length > 0 && RunsInSpreadsheets.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(mustQuote) < 0
        ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
