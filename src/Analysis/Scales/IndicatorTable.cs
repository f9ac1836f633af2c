namespace Weerbaar.Analysis.Scales;

/// <summary>A class for the number of indicators that are significantly affected (columns) and an extent or duration (rows).</summary>
public sealed record IndicatorTable(IndicatorSet Indicators, Cells Cells) : ClassTable
{
    public override TableKind Kind => TableKind.IndicatorCount;

    public override IReadOnlyList<Axis> Axes => [Cells.Rows];

    public override IndicatorSet Asked => Indicators;

    private protected override TableHit Find(CriterionInput input, ImpactScale scale)
    {
        var (row, column) = (Cells.Rows.Find(input), Cells.Columns.Holding(Indicators.Count(input)));
        return new(row, column, row is null || column is null ? scale.NotApplicable : Cells.At(row, column));
    }
}
