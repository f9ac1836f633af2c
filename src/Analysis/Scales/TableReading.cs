namespace Weerbaar.Analysis.Scales;

/// <summary>What a table said: the row and column that were hit, the class there, and the class after corrections.</summary>
/// <param name="Row">Null when the table has no rows, or the input lies before the first.</param>
/// <param name="Column">Null when the table has no columns, or the input lies before the first.</param>
public sealed record TableReading(
    ClassTable Table, Step? Row, Step? Column, ImpactClass Found, IReadOnlyList<Correction> Corrections, ImpactClass Class)
{
    /// <summary>One line for the reader: "1–4 weeks × 10,000–100,000 persons: C; only one indicator (−1): B".</summary>
    public Words Reason => new(ReasonIn("nl"), ReasonIn("en"));

    private string ReasonIn(string language)
    {
        var place = string.Join(" × ", new[] { Row, Column }.OfType<Step>().Select(s => s.Label.In(language)));
        var found = (place.Length > 0 ? place : Table.Name.In(language)) + ": " + Found.Id;
        return Corrections.Count == 0
            ? found
            : $"{found}; {string.Join("; ", Corrections.Select(c => Shifted(c, language)))}: {Class.Id}";
    }

    private static string Shifted(Correction correction, string language) =>
        $"{correction.When.In(language)} ({(correction.Shift < 0 ? "−" : "+")}{Math.Abs(correction.Shift)})";
}
