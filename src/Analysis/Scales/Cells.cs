namespace Weerbaar.Analysis.Scales;

/// <summary>The classes of a matrix, row by row.</summary>
public sealed record Cells(Axis Rows, Axis Columns, IReadOnlyList<IReadOnlyList<ImpactClass>> Classes)
{
    public ImpactClass At(Step row, Step column) => Classes[Rows.Steps.IndexOf(row)][Columns.Steps.IndexOf(column)];
}
