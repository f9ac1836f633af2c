using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads a weight for every criterion.</summary>
internal static class WeightReader
{
    /// <summary>The weights, or null when something is wrong with them, which has been reported.</summary>
    public static CriterionWeights? Read(YamlMap map, MethodEdition edition)
    {
        var unknown = map.Entries.Where(e => edition.FindCriterion(e.Key) is null).ToList();
        unknown.ForEach(e => map.ErrorAt(e.Line, $"{edition.Id} has no criterion '{e.Key}'. It has {string.Join(", ", edition.Criteria.Select(c => c.Id))}."));
        var missing = edition.Criteria.Where(c => !map.Has(c.Id)).Select(c => c.Id).ToList();
        if (missing.Count > 0)
        {
            map.Error($"No weight for {string.Join(", ", missing)}. Give every criterion one; 0 leaves it out.");
        }

        var weights = map.Entries.ToDictionary(e => e.Key, e => e.Value.AsNumber(0), StringComparer.Ordinal);
        if (unknown.Count > 0 || missing.Count > 0 || weights.Values.Any(double.IsNaN))
        {
            return null;
        }

        if (weights.Values.All(w => w == 0))
        {
            map.Error("The weights sum to 0. Give at least one criterion a weight above 0.");
            return null;
        }

        return CriterionWeights.Of(edition, weights);
    }
}
