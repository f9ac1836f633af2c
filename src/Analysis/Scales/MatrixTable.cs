namespace Weerbaar.Analysis.Scales;

/// <summary>A class for every row and column, such as persons × duration or area × duration.</summary>
public sealed record MatrixTable(Cells Cells) : ClassTable
{
    /// <summary>Indicators whose number corrects the class; when they are marked and none applies, there is no impact.</summary>
    public IndicatorSet? Indicators { get; init; }

    public override TableKind Kind => TableKind.Matrix;

    public override IReadOnlyList<Axis> Axes => [Cells.Columns, Cells.Rows];

    public override IndicatorSet? Asked => Indicators;

    private protected override TableHit Find(CriterionInput input, ImpactScale scale)
    {
        var (row, column) = (Cells.Rows.Find(input), Cells.Columns.Find(input));
        var none = Indicators is { } set && set.Answered(input) && set.Count(input) == 0;
        return new(row, column, row is null || column is null || none ? scale.NotApplicable : Cells.At(row, column));
    }
}
