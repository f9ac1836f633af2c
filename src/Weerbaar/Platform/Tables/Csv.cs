using CsvHelper;

namespace Weerbaar.Platform.Tables;

/// <summary>
/// CSV as every table that leaves the program has it: RFC 4180 in UTF-8, with a byte order mark so that spreadsheets read accents.
/// Text that begins with <c>= + - @</c>, wide or not, a tab or a line end gets an apostrophe before it: a spreadsheet would run it as a formula,
/// and anybody may have typed it (OWASP, "CSV Injection"). Numbers and dates are written as such and stay what they are,
/// so that <c>-2.5</c> can be added up; who reads the file by program and not by spreadsheet takes the JSON, which holds every text unchanged.
/// </summary>
public static class Csv
{
    private static readonly CsvWriterOptions options =
        CsvWriterOptions.Default with { Injection = CsvInjection.Escape, InjectionCharacters = "=+-@\t\r\n", WriteByteOrderMark = true };

    /// <summary>The same characters as wide as a Chinese one, which some spreadsheets read alike; the writer guards ASCII only.</summary>
    private const string wide = "\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>A writer that leaves the stream open.</summary>
    public static CsvWriter Into(Stream stream) => CsvWriter.Create(stream, options, leaveOpen: true);

    /// <summary>Text that anybody may have typed.</summary>
    public static void WriteText(this CsvWriter writer, string text) => writer.WriteField(text is [var first, ..] && wide.Contains(first) ? $"'{text}" : text);
}
