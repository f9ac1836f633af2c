namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>Plain text in aligned columns: words to the left, columns named in <c>numbers</c> to the right.</summary>
internal static class TextTable
{
    public static string Of(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows, params int[] numbers)
    {
        var all = rows.Prepend(head).ToList();
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        return string.Join(Environment.NewLine, all.Select(row => string.Join("  ", row.Select((cell, column) =>
            numbers.Contains(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()));
    }
}
