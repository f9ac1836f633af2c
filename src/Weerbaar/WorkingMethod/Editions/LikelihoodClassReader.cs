using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads likelihood classes with their sub-levels. Each begins where the one before it ends, the first at the floor; the last ends at the cap.</summary>
internal static class LikelihoodClassReader
{
    public static IReadOnlyList<LikelihoodClass> ReadAll(YamlMap map, double horizon)
    {
        var labels = ReadLabels(map);
        var (from, cap) = (Bound(map, "floor", horizon), Bound(map, "cap", horizon));
        var rows = map.Maps("classes");
        var classes = new List<LikelihoodClass>();
        foreach (var row in rows)
        {
            var to = row == rows[^1] ? cap : Bound(row, "to", horizon);
            classes.Add(ReadClass(row, classes.Count + 1, from, to, labels, horizon));
            from = to;
        }

        map.RefuseDoubles("classes", c => c.Id, classes);
        return classes;
    }

    private static LikelihoodClass ReadClass(
        YamlMap map, int level, double from, double to, Dictionary<string, Words> labels, double horizon)
    {
        RefuseFall(map, from, to);
        var subLevels = ReadSubLevels(map, from, to, labels, horizon);
        var found = new LikelihoodClass(
            map.Text("id"), map.Words("label"), level, Of(from), Of(to), subLevels,
            map.OptionalWords("hazard"), map.OptionalWords("malicious"));
        map.RefuseOtherKeys();
        return found;
    }

    private static List<SubLevel> ReadSubLevels(YamlMap map, double from, double to, Dictionary<string, Words> labels, double horizon)
    {
        var found = new List<SubLevel>();
        var keys = map.OptionalMap("subLevels");
        foreach (var entry in keys?.Entries ?? [])
        {
            var bound = Bound(keys!, entry.Key, horizon);
            RefuseFall(keys!, from, bound);
            if (!labels.TryGetValue(entry.Key, out var label))
            {
                entry.Value.Error($"'{entry.Key}' has no label. Name it under 'subLevels' of the scale.");
            }

            found.Add(new(entry.Key, label ?? Words.Same(""), Of(from), Of(bound)));
            from = bound;
        }

        if (found.Count > 0 && !double.IsNaN(from - to) && from != to)
        {
            keys!.Error("The last sub-level must end where its class ends.");
        }

        return found;
    }

    private static Dictionary<string, Words> ReadLabels(YamlMap map)
    {
        var subLevels = map.OptionalMap("subLevels");
        var labels = subLevels?.Map("labels");
        var found = labels?.Entries.ToDictionary(e => e.Key, e => labels.Words(e.Key), StringComparer.Ordinal) ?? [];
        subLevels?.RefuseOtherKeys();
        return found;
    }

    private static void RefuseFall(YamlMap map, double from, double to)
    {
        if (from >= to)
        {
            map.Error("The bounds of the likelihood scale must rise from floor to cap.");
        }
    }

    private static double Bound(YamlMap map, string key, double horizon)
    {
        if (map.Required(key) is not { } value)
        {
            return double.NaN;
        }

        if (!value.IsMap)
        {
            return value.AsNumber(0, 1);
        }

        var period = value.AsMap()!;
        var years = period.Number("returnPeriodYears", double.Epsilon);
        period.RefuseOtherKeys();
        return years > 0 ? new ReturnPeriod(years).Within(horizon).Value : double.NaN;
    }

    private static Probability Of(double bound) => double.IsNaN(bound) ? default : new(bound);
}
