namespace Weerbaar.Platform.Journal;

/// <summary>What a field was and became, as it is drawn: running text word by word, a value whole.</summary>
public sealed record LineDifference(string About, IReadOnlyList<Run> Runs, bool IsValue)
{
    /// <summary>Every word stayed as it was: only which of them are marked is another.</summary>
    public bool IsMarkingOnly => !IsValue && Runs.All(r => r.Standing == Standing.Same);

    private const int longestValue = 30;
    private const int longestSame = 200;
    private const int around = 80;

    public static LineDifference Of(EntryLine line)
    {
        var isValue = line.Before.Length <= longestValue && line.After.Length <= longestValue && !Markings.Passages.Begins(line.Before + line.After);
        return new(line.About, isValue ? Whole(line) : [.. WordDifference.Between(line.Before, line.After).Select(Short)], isValue);
    }

    private static IReadOnlyList<Run> Whole(EntryLine line) =>
        [.. new Run[] { new(Standing.Gone, line.Before), new(Standing.New, line.After) }.Where(r => r.Words.Length > 0)];

    /// <summary>Of a long run of words that stayed, the beginning and the end are enough.</summary>
    private static Run Short(Run run) => run.Standing == Standing.Same && run.Words.Length > longestSame
        ? run with { Words = $"{run.Words[..around]} … {run.Words[^around..]}" }
        : run;
}
