using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads a class table of any kind.</summary>
internal static class TableReader
{
    private static readonly Dictionary<string, TableKind> kinds = new(StringComparer.Ordinal)
    {
        ["threshold"] = TableKind.Threshold,
        ["matrix"] = TableKind.Matrix,
        ["indicator-count"] = TableKind.IndicatorCount,
        ["direct"] = TableKind.Direct,
    };

    /// <summary>The table, or null when its kind is not known, which has been reported.</summary>
    public static ClassTable? Read(YamlMap map, string id, Words name, EditionContext context)
    {
        if (!kinds.TryGetValue(map.OptionalText("kind") ?? "", out var kind))
        {
            (map.Find("kind") is { } wrong ? wrong.Error : (Action<string>)map.Error)(
                $"Expected 'kind': one of {string.Join(", ", kinds.Keys)}, highest-of.");
            return null;
        }

        var provenance = map.Provenance(context.Sources);
        var corrections = kind == TableKind.Direct ? [] : IndicatorReader.ReadCorrections(map);
        return kind switch
        {
            TableKind.Threshold => Threshold(map, context) is var (axis, classes)
                ? new ThresholdTable(axis, classes) { Id = id, Name = name, Provenance = provenance, Corrections = corrections } : null,
            TableKind.Matrix => new MatrixTable(ReadCells(map, "columns", context))
            {
                Id = id, Name = name, Provenance = provenance, Corrections = corrections, Indicators = IndicatorReader.Read(map, context),
            },
            TableKind.IndicatorCount => new IndicatorTable(RequiredIndicators(map, context), ReadCells(map, "counts", context))
            {
                Id = id, Name = name, Provenance = provenance, Corrections = corrections,
            },
            TableKind.Direct => new DirectTable { Id = id, Name = name, Provenance = provenance },
            _ => throw new InvalidOperationException($"No reader for tables of kind {kind}."),
        };
    }

    private static (Axis Axis, IReadOnlyList<ImpactClass> Classes)? Threshold(YamlMap map, EditionContext context)
    {
        var axis = AxisReader.Read(map, "axis", context);
        var classes = map.List("classes").Select(c => c.Class(context.Scale)).ToList();
        if (classes.Count > 0 && axis.Steps.Count > 0 && classes.Count != axis.Steps.Count)
        {
            map.Find("classes")!.Error($"Expected {axis.Steps.Count} classes, one for each step of the axis; found {classes.Count}.");
        }

        return (axis, classes);
    }

    private static IndicatorSet RequiredIndicators(YamlMap map, EditionContext context)
    {
        _ = map.Required("indicators");
        return IndicatorReader.Read(map, context) ?? new([], []);
    }

    private static Cells ReadCells(YamlMap map, string columnsKey, EditionContext context)
    {
        var (rows, columns) = (AxisReader.Read(map, "rows", context), AxisReader.Read(map, columnsKey, context));
        var lines = map.List("cells");
        if (lines.Count > 0 && rows.Steps.Count > 0 && lines.Count != rows.Steps.Count)
        {
            map.Find("cells")!.Error($"Expected {rows.Steps.Count} rows of cells, one for each step of '{rows.Id}'; found {lines.Count}.");
        }

        return new(rows, columns, [.. lines.Select(line => ReadRow(line, columns, context.Scale))]);
    }

    private static IReadOnlyList<ImpactClass> ReadRow(YamlValue line, Axis columns, ImpactScale scale)
    {
        var cells = line.AsList();
        if (line.IsList && columns.Steps.Count > 0 && cells.Count != columns.Steps.Count)
        {
            line.Error($"Expected {columns.Steps.Count} cells in this row, one for each step of '{columns.Id}'; found {cells.Count}.");
        }

        return [.. cells.Select(cell => cell.Class(scale))];
    }
}
