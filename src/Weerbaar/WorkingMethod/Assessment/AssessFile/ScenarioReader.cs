using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>Reads one scenario of the input of <c>assess</c>.</summary>
internal static class ScenarioReader
{
    private static readonly Dictionary<string, Nature> natures = new(StringComparer.Ordinal)
    {
        ["hazard"] = Nature.Hazard,
        ["malicious"] = Nature.Malicious,
    };

    private static readonly Dictionary<string, Judgement> none = [];

    public static ScenarioInput? Read(YamlMap map, MethodEdition edition)
    {
        var id = map.Text("id");
        var nature = map.Has("nature") ? map.Choice("nature", natures) : Nature.Hazard;
        var likelihood = map.Required("likelihood") is { } value ? LikelihoodJudgementReader.Read(value, edition.Likelihood, nature) : null;
        var overall = map.Find("overall") is { } given ? JudgementReader.Read(given, edition.Impact) : null;
        var impact = map.Has("overall") ? none : ReadImpact(map, edition);
        if (map.Has("overall") && map.Has("impact"))
        {
            map.Find("overall")!.Error("Give 'impact' per criterion or 'overall', not both.");
        }

        map.RefuseOtherKeys();
        return likelihood is null ? null : new(id, likelihood, impact, overall);
    }

    private static Dictionary<string, Judgement> ReadImpact(YamlMap map, MethodEdition edition)
    {
        var found = new Dictionary<string, Judgement>(StringComparer.Ordinal);
        if (edition.Overall.Rule == AggregationRule.GivenDirectly)
        {
            map.Error($"{edition.Id} has no published rule for the overall impact. Give it as 'overall: class' instead of 'impact'.");
            _ = map.Find("impact");
            return found;
        }

        if (map.Map("impact") is { } keys)
        {
            RefuseMissing(keys, edition);
            foreach (var entry in keys.Entries)
            {
                Add(found, entry, keys, edition);
            }
        }

        return found;
    }

    private static void RefuseMissing(YamlMap keys, MethodEdition edition)
    {
        var missing = edition.Criteria.Where(c => keys.Entries.All(e => e.Key != c.Id)).Select(c => c.Id).ToList();
        if (missing.Count > 0)
        {
            keys.Error($"No judgement for {string.Join(", ", missing)}. Give every criterion a class; {edition.Impact.NotApplicable} when it does not apply.");
        }
    }

    private static void Add(Dictionary<string, Judgement> found, YamlEntry entry, YamlMap keys, MethodEdition edition)
    {
        if (edition.FindCriterion(entry.Key) is null)
        {
            keys.ErrorAt(entry.Line, $"{edition.Id} has no criterion '{entry.Key}'. It has {string.Join(", ", edition.Criteria.Select(c => c.Id))}.");
        }
        else if (JudgementReader.Read(entry.Value, edition.Impact) is { } judgement)
        {
            found[entry.Key] = judgement;
        }
    }
}
