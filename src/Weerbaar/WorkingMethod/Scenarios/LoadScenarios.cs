using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>Scenarios, each with its first version, from <c>scenarios.yaml</c> of an example.</summary>
internal sealed class LoadScenarios(TimeProvider clock)
{
    private static readonly Dictionary<string, Nature> natures = new() { ["hazard"] = Nature.Hazard, ["malicious"] = Nature.Malicious };

    private static readonly Dictionary<string, Confidence> confidences = new()
    {
        ["low"] = Confidence.Low,
        ["medium"] = Confidence.Medium,
        ["high"] = Confidence.High,
    };

    public ExamplePart Part => new("scenarios.yaml", Read);

    private (MarkedObject, IEnumerable<Part>) Read(ExampleItem item)
    {
        var scenario = new Scenario(item.Id, new ScenarioDescription
        {
            Nature = item.Keys.Choice("nature", natures),
            Title = item.Title,
            Context = item.OptionalText("context"),
            Trigger = item.OptionalText("trigger"),
            Course = item.OptionalText("course"),
            Consequences = item.Each("consequences", map => new Consequence(map.Text("interest"), map.Bilingual("text"))),
            Assumptions = item.Each("assumptions", map => new Assumption(map.Bilingual("text"), map.Choice("confidence", confidences))),
            PlanningAssumptions = item.Each("planningAssumptions", map => map.Bilingual("text")),
            Sources = item.Texts("sources"),
        });
        return (scenario, [scenario.FirstVersion(clock.GetUtcNow(), Actor.Console)]);
    }
}
