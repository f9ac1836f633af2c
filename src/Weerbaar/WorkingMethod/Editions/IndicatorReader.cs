using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads indicators, the marks they can get, and corrections.</summary>
internal static class IndicatorReader
{
    /// <summary>The marks named once for the whole edition.</summary>
    public static IReadOnlyList<IndicatorMark> ReadMarks(YamlMap map)
    {
        var marks = map.OptionalMaps("marks").Select(ReadMark).ToList();
        map.RefuseDoubles("marks", m => m.Id, marks);
        if (marks.Count > 0 && marks.All(m => !m.Counts))
        {
            map.Find("marks")!.Error("Expected at least one mark with 'counts: true'.");
        }

        return marks;
    }

    /// <summary>Indicators with the table's own marks, or those of the edition.</summary>
    public static IndicatorSet? Read(YamlMap map, EditionContext context)
    {
        if (!map.Has("indicators"))
        {
            return null;
        }

        var indicators = map.Maps("indicators").Select(ReadIndicator).ToList();
        map.RefuseDoubles("indicators", i => i.Id, indicators);
        var own = ReadMarks(map);
        var marks = own.Count > 0 ? own : context.Marks;
        if (marks.Count == 0)
        {
            map.Error("Expected 'marks' for these indicators, here or for the whole edition.");
        }

        return new(indicators, marks);
    }

    public static IReadOnlyList<Correction> ReadCorrections(YamlMap map)
    {
        var corrections = map.OptionalMaps("corrections").Select(ReadCorrection).ToList();
        map.RefuseDoubles("corrections", c => c.Id, corrections);
        return corrections;
    }

    private static Indicator ReadIndicator(YamlMap map)
    {
        var indicator = new Indicator(map.Text("id"), map.Words("name"));
        map.RefuseOtherKeys();
        return indicator;
    }

    private static IndicatorMark ReadMark(YamlMap map)
    {
        var mark = new IndicatorMark(map.Text("id"), map.Words("label"), map.Flag("counts"));
        map.RefuseOtherKeys();
        return mark;
    }

    private static Correction ReadCorrection(YamlMap map)
    {
        _ = map.Required("shift");
        var correction = new Correction(
            map.Text("id"), map.Words("when"), map.OptionalWhole("shift", -10, 10) ?? 0,
            map.OptionalWhole("fewestIndicators", 0), map.OptionalWhole("mostIndicators", 0));
        map.RefuseOtherKeys();
        return correction;
    }
}
