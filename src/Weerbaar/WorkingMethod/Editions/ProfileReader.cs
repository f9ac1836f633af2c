using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads a weight profile.</summary>
internal static class ProfileReader
{
    public static WeightProfile Read(YamlMap map, MethodEdition edition, IReadOnlyList<Source> sources)
    {
        var weights = map.Map("weights") is { } keys ? WeightReader.Read(keys, edition) : null;
        var profile = new WeightProfile(
            map.Text("id"), map.Words("name"), weights?.Weights ?? new Dictionary<string, double>(), map.Provenance(sources));
        if (profile.Id is CriterionWeights.PerCriterion or CriterionWeights.PerInterest or CriterionWeights.Own)
        {
            map.Error($"'{profile.Id}' is taken; give the profile another id.");
        }

        map.RefuseOtherKeys();
        return profile;
    }
}
