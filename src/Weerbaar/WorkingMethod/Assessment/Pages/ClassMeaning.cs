using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Where in a table a class stands, in words: the steps of one axis, or per row the columns.</summary>
internal static class ClassMeaning
{
    public static IEnumerable<string> Of(ClassTable table, ImpactClass choice) => table switch
    {
        ThresholdTable threshold => threshold.Axis.Steps.Where(s => threshold.Of(s) == choice).Select(s => WithUnit(s, threshold.Axis)),
        MatrixTable matrix => Of(matrix.Cells, choice),
        IndicatorTable counted => Of(counted.Cells, choice),
        _ => [],
    };

    private static IEnumerable<string> Of(Cells cells, ImpactClass choice) =>
        from row in cells.Rows.Steps
        let columns = cells.Columns.Steps.Where(column => cells.At(row, column) == choice).Select(column => column.Label.Here()).ToList()
        where columns.Count > 0
        select $"{row.Label.Here()} × {string.Join(" / ", columns)}";

    private static string WithUnit(Step step, Axis axis) =>
        step.Label.Here().Any(char.IsLetter) ? step.Label.Here() : $"{step.Label.Here()} {axis.Unit.Here()}".Trim();
}
