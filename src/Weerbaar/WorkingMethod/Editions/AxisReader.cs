using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads axes: written out where they are used, or named once under <c>axes</c>.</summary>
internal static class AxisReader
{
    private static readonly Axis standIn = new("", Words.Same(""), Words.Same(""), 0, []);

    public static IReadOnlyList<Axis> ReadShared(YamlMap root)
    {
        var axes = root.OptionalMaps("axes").Select(ReadAxis).ToList();
        root.RefuseDoubles("axes", a => a.Id, axes);
        return axes;
    }

    /// <summary>The axis under a key: a name from <c>axes</c>, or its own keys.</summary>
    public static Axis Read(YamlMap map, string key, EditionContext context)
    {
        if (map.Required(key) is not { } value)
        {
            return standIn;
        }

        if (value.IsMap)
        {
            return ReadAxis(value.AsMap()!);
        }

        var id = value.AsText();
        if (context.Axes.FirstOrDefault(a => a.Id == id) is { } axis)
        {
            return axis;
        }

        value.Error($"'{id}' is not in 'axes'. Expected one of {string.Join(", ", context.Axes.Select(a => a.Id))}, or the axis written out.");
        return standIn;
    }

    private static Axis ReadAxis(YamlMap map)
    {
        var unit = map.Words("unit");
        var from = map.OptionalNumber("from", 0) ?? 0;
        var rows = map.Maps("steps");
        var steps = new List<Step>();
        foreach (var row in rows)
        {
            steps.Add(ReadStep(row, steps, row == rows[^1], from, unit));
        }

        var axis = new Axis(map.Text("id"), map.Words("name"), unit, from, steps);
        map.RefuseDoubles("steps", s => s.Id, steps);
        map.RefuseOtherKeys();
        return axis;
    }

    private static Step ReadStep(YamlMap map, List<Step> before, bool last, double from, Words unit)
    {
        var (below, upTo) = (map.OptionalNumber("below", 0), map.OptionalNumber("upTo", 0));
        var bound = below ?? upTo;
        var previous = before.Count > 0 ? before[^1] : null;
        CheckBound(map, below is not null && upTo is not null, bound, previous is null ? from : previous.Bound, last, single: previous is null && upTo is not null);
        var step = new Step(
            map.OptionalText("id") ?? $"{before.Count + 1}",
            map.OptionalWords("label") ?? StepLabel.For(from, previous, bound, upTo is not null, unit),
            bound, upTo is not null);
        map.RefuseOtherKeys();
        return step;
    }

    private static void CheckBound(YamlMap map, bool both, double? bound, double? previous, bool last, bool single)
    {
        if (both)
        {
            map.Error("Expected 'below' or 'upTo', not both.");
        }
        else if (last != bound is null)
        {
            map.Error(last
                ? "The last step has no upper bound: leave out 'below' and 'upTo'."
                : "Expected 'below' or 'upTo' here; only the last step goes on without end.");
        }
        else if (bound < previous || (bound == previous && !single))
        {
            map.Error("The bounds of the steps must rise.");
        }
    }
}
