using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads the likelihood scale. A bound is a probability over the horizon, or <c>{returnPeriodYears: …}</c>.</summary>
internal static class LikelihoodReader
{
    private static readonly Dictionary<string, VulnerabilityEffect> effects = new(StringComparer.Ordinal)
    {
        ["one-down"] = VulnerabilityEffect.OneDown,
        ["unchanged"] = VulnerabilityEffect.Unchanged,
        ["top-of-class"] = VulnerabilityEffect.TopOfClass,
    };

    public static LikelihoodScale Read(YamlMap root, IReadOnlyList<Source> sources)
    {
        var map = root.Map("likelihood");
        var horizons = map?.Map("horizonYears");
        var hazard = horizons?.OptionalNumber("hazard", double.Epsilon);
        var malicious = horizons?.OptionalNumber("malicious", double.Epsilon);
        var horizonProvenance = horizons.Provenance(sources);
        horizons?.RefuseOtherKeys();
        var subLevels = map?.OptionalMap("subLevels")?.Provenance(sources);
        var scale = new LikelihoodScale
        {
            HazardHorizonYears = hazard,
            MaliciousHorizonYears = malicious,
            HorizonProvenance = horizonProvenance,
            Classes = map is null ? [] : LikelihoodClassReader.ReadAll(map, hazard ?? malicious ?? 1),
            Provenance = map.Provenance(sources),
            SubLevelProvenance = subLevels,
            VulnerabilityProvenance = map?.OptionalMap("vulnerability")?.Provenance(sources),
            Vulnerability = map?.OptionalMap("vulnerability") is { } vulnerability ? ReadVulnerability(vulnerability) : [],
        };
        map?.RefuseOtherKeys();
        return scale;
    }

    private static List<VulnerabilityLevel> ReadVulnerability(YamlMap map)
    {
        var levels = map.Maps("levels").Select(ReadLevel).ToList();
        map.RefuseDoubles("levels", l => l.Id, levels);
        map.RefuseOtherKeys();
        return levels;
    }

    private static VulnerabilityLevel ReadLevel(YamlMap map)
    {
        var level = new VulnerabilityLevel(map.Text("id"), map.Words("label"), map.Choice("effect", effects));
        map.RefuseOtherKeys();
        return level;
    }
}
