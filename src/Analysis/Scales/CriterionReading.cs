namespace Weerbaar.Analysis.Scales;

/// <summary>The class of a criterion as its tables found it; with several tables the highest counts.</summary>
public sealed record CriterionReading(Criterion Criterion, IReadOnlyList<TableReading> Tables)
{
    /// <summary>The table that decided: the one with the highest class, the first of those.</summary>
    public TableReading Decisive => Tables.MaxBy(t => t.Class.Level)!;

    public ImpactClass Class => Decisive.Class;

    public Words Reason => Decisive.Reason;
}
