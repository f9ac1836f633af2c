using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>A scenario as the API shows it.</summary>
public sealed record ScenarioView : ScenarioDescription
{
    public required string Id { get; init; }

    /// <summary>The number of the version that stands.</summary>
    public required int Number { get; init; }

    [ObjectIds]
    public required IReadOnlyList<string> RestsOn { get; init; }

    public required Marking Marking { get; init; }

    public required Citation Source { get; init; }

    public required bool Invented { get; init; }

    public required long Version { get; init; }

    public static ScenarioView Of(Scenario scenario) => new()
    {
        Id = scenario.Id,
        Number = scenario.Number,
        Nature = scenario.Nature,
        Title = scenario.Title,
        Context = scenario.Context,
        Trigger = scenario.Trigger,
        Course = scenario.Course,
        Consequences = scenario.Consequences,
        Assumptions = scenario.Assumptions,
        PlanningAssumptions = scenario.PlanningAssumptions,
        Sources = scenario.Sources,
        RestsOn = scenario.RestsOn,
        Marking = scenario.Marking,
        Source = scenario.Source,
        Invented = scenario.Invented,
        Version = scenario.Version,
    };
}
