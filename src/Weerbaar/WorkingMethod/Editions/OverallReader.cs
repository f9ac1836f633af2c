using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.OtherAggregations;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads how classes become an overall impact: value function, rule and bands.</summary>
internal static class OverallReader
{
    private static readonly Dictionary<string, AggregationRule> rules = new(StringComparer.Ordinal)
    {
        ["weighted-sum"] = AggregationRule.WeightedSum,
        ["maximum"] = AggregationRule.Maximum,
        ["monetised-sum"] = AggregationRule.MonetisedSum,
        ["given-directly"] = AggregationRule.GivenDirectly,
        ["weighted-product"] = AggregationRule.WeightedProduct,
        ["medal"] = AggregationRule.Medal,
        ["electre-tri"] = AggregationRule.ElectreTri,
    };

    private static readonly Dictionary<string, BandMeasure> measures = new(StringComparer.Ordinal)
    {
        ["level"] = BandMeasure.Level,
        ["value"] = BandMeasure.Value,
    };

    private static readonly Dictionary<string, bool> assignments = new(StringComparer.Ordinal) { ["careful"] = true, ["generous"] = false };

    /// <summary>Steps between medal tables that a run in single precision keeps apart.</summary>
    private const double MostMedalSteps = 1 << 22;

    private static readonly string[] valueKinds = ["exponential", "linear", "table", "money"];

    public static ValueFunction ReadValue(YamlMap root, ImpactScale scale)
    {
        if (root.Map("value") is not { } map)
        {
            return new LinearValue();
        }

        var kind = map.Choice("kind", valueKinds.ToDictionary(k => k));
        ValueFunction value = kind switch
        {
            "exponential" => map.Number("base") is > 1 and var number ? new ExponentialValue(number) : Refused(map, "base", "Expected a base above 1."),
            "table" => new TableValue(Values(map, scale, most: 1)),
            "money" => new MonetisedValue(map.Text("currency"), Values(map, scale, most: double.PositiveInfinity)),
            _ => new LinearValue(),
        };
        map.RefuseOtherKeys();
        return value;
    }

    public static OverallRule ReadRule(YamlMap root, IReadOnlyList<Source> sources)
    {
        var map = root.Map("overall");
        var rule = new OverallRule(map?.Choice("rule", rules) ?? default, map.Provenance(sources));
        rule = rule with { Outranking = rule.Rule == AggregationRule.ElectreTri ? ReadOutranking(map!) : null };
        map?.RefuseOtherKeys();
        return rule;
    }

    public static Bands? ReadBands(YamlMap root, EditionContext context)
    {
        if (root.OptionalMap("bands") is not { } map)
        {
            return null;
        }

        var bands = new Bands(
            map.Choice("measure", measures), [.. map.List("edges").Select(e => e.AsNumber())], map.Provenance(context.Sources));
        if (bands.Edges.Count > 0 && (bands.Edges.Count != context.Scale.Top - 1 || !Rises(bands.Edges)))
        {
            map.Find("edges")!.Error($"Expected {context.Scale.Top - 1} rising edges, one between each two impact classes.");
        }

        map.RefuseOtherKeys();
        return bands;
    }

    /// <summary>What must agree between the value function, the rule and the bands.</summary>
    public static void CheckTogether(YamlMap root, MethodEdition edition)
    {
        var money = edition.Value.Currency is not null;
        if (money != edition.Overall.Rule is AggregationRule.MonetisedSum)
        {
            root.Find("overall")?.Error("A value function of kind 'money' goes with the rule 'monetised-sum', and no other does.");
        }

        if (edition.Overall.Rule == AggregationRule.Medal)
        {
            CheckMedal(root, edition);
        }

        if (!edition.Overall.Weighs)
        {
            CheckNoWeights(root, edition);
        }

        if (edition.Bands is { Measure: BandMeasure.Value } && !money)
        {
            root.Find("bands")?.Error("Bands with 'measure: value' go with a value function of kind 'money'; use 'measure: level'.");
        }
        else if (edition.Bands is { Measure: BandMeasure.Level, Edges: var edges } && edition.Overall.FindsClass && edges.Count == edition.Impact.Top - 1)
        {
            CheckEveryClassHasItsBand(root, edition, edges);
        }

        if (edition.Bands is { Measure: BandMeasure.Value, Edges.Count: < 2 })
        {
            root.Find("bands")?.Error("Bands with 'measure: value' need at least two edges.");
        }
    }

    private static Outranking ReadOutranking(YamlMap map)
    {
        var (cut, careful) = (map.Number("cut", 0.5, 1), map.Choice("assignment", assignments));
        var indifference = map.OptionalNumber("indifference", 0) ?? 0;
        var preference = map.OptionalNumber("preference", 0) ?? indifference;
        var thresholds = new OutrankingThresholds(indifference, preference, map.OptionalNumber("veto", 0) ?? double.PositiveInfinity);
        if (!thresholds.IsInOrder)
        {
            map.Error("Expected 0 ≤ indifference ≤ preference ≤ veto, in classes.");
        }

        return new(cut, careful, thresholds);
    }

    // So that no number of criteria in a lower class weighs up to one more in a higher class.
    private static void CheckMedal(YamlMap root, MethodEdition edition)
    {
        var (value, count) = (edition.Value as ExponentialValue, edition.Criteria.Count);
        if (!(value?.Base > count))
        {
            root.Find("value")?.Error($"The rule 'medal' goes with a value function of kind 'exponential' with a base above the number of criteria: 'base: {count + 1}'.");
        }
        else if (Math.Pow(value.Base, edition.Impact.Top - 1) * count > MostMedalSteps)
        {
            root.Find("overall")?.Error($"A medal table of {count} criteria and {edition.Impact.Top} classes with base {value.Base} is finer than a run can tell apart: use the base {count + 1}, or fewer criteria or classes.");
        }
    }

    private static void CheckNoWeights(YamlMap root, MethodEdition edition)
    {
        if (edition.DefaultWeights is not ("" or CriterionWeights.PerCriterion) || root.OptionalMap("weights")?.Has("profiles") == true)
        {
            root.Find("weights")!.Error($"Weights play no part in the rule '{NameOf(edition.Overall.Rule)}': write 'default: {CriterionWeights.PerCriterion}' and leave out 'profiles'.");
        }
    }

    // Where the rule finds a class itself, the band of its value must be that class: it is what a run and a drawing show.
    private static void CheckEveryClassHasItsBand(YamlMap root, MethodEdition edition, IReadOnlyList<double> edges)
    {
        foreach (var (k, edge) in edges.Index().Where(e => e.Item <= e.Index + 1 || e.Item >= e.Index + 2))
        {
            root.Map("bands")!.Find("edges")!.Error(FormattableString.Invariant(
                $"The rule '{NameOf(edition.Overall.Rule)}' finds a class, and its band must be that class: the edge between {edition.Impact.At(k + 1)} and {edition.Impact.At(k + 2)} must lie between {k + 1} and {k + 2}, found {edge}."));
        }
    }

    private static string NameOf(AggregationRule rule) => rules.First(r => r.Value == rule).Key;

    private static LinearValue Refused(YamlMap map, string key, string message)
    {
        map.Find(key)?.Error(message);
        return new();
    }

    private static List<double> Values(YamlMap map, ImpactScale scale, double most)
    {
        var keys = map.Map("values");
        var values = keys is null ? [] : scale.Classes.Select(c => keys.Number(c.Id, double.Epsilon, most)).ToList();
        if (keys is not null && !values.Any(double.IsNaN) && !Rises(values))
        {
            keys.Error("The values must rise with the class.");
        }

        keys?.RefuseOtherKeys();
        return values;
    }

    private static bool Rises(IReadOnlyList<double> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => !(pair.First >= pair.Second));
}
