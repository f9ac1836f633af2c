using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>Threats from <c>threats.yaml</c> of an example.</summary>
internal static class LoadThreats
{
    private static readonly Dictionary<string, ThreatKind> kinds = new() { ["threat"] = ThreatKind.Threat, ["theme"] = ThreatKind.Theme };

    private static readonly Dictionary<string, Side> sides = new()
    {
        ["threat"] = Side.Threat,
        ["resilience"] = Side.Resilience,
        ["approach"] = Side.Approach,
    };

    private static readonly Dictionary<string, Trend> trends = new()
    {
        ["unknown"] = Trend.Unknown,
        ["up"] = Trend.Up,
        ["steady"] = Trend.Steady,
        ["down"] = Trend.Down,
    };

    public static ExamplePart Part { get; } = new("threats.yaml", item => (Read(item), []));

    private static Threat Read(ExampleItem item)
    {
        var threat = new Threat(
            item.Id, item.Keys.Choice("kind", kinds), item.Title, item.OptionalText("summary"), item.Texts("incidentCategories"));
        foreach (var development in item.Each("log", map => ReadDevelopment(map, item.Folder)))
        {
            threat.Add(development);
        }

        return threat;
    }

    private static Development ReadDevelopment(YamlMap map, ExampleFolder folder) => new(
        map.Date("date"), map.Choice("side", sides), map.Has("trend") ? map.Choice("trend", trends) : Trend.Unknown,
        map.Bilingual("text"), folder.Cite(map.OptionalMap("source")));
}
