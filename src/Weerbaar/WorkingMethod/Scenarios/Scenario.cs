using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>A story of what could happen to the vital interests, told uniformly, as it stands now.</summary>
public sealed class Scenario : MarkedObject
{
    private const int longestReason = 500;

    private Scenario()
    {
    }

    public Scenario(string id, ScenarioDescription description)
    {
        Id = id;
        Describe(description);
    }

    public override string Kind => "scenario";

    public override Permission NeededToWrite => Permission.WriteScenarios;

    /// <summary>The number of the version that stands, from 1.</summary>
    public int Number { get; private set; } = 1;

    public Nature Nature { get; private set; }

    public Text Context { get; private set; } = Text.Empty;

    public Text Trigger { get; private set; } = Text.Empty;

    public Text Course { get; private set; } = Text.Empty;

    public List<Consequence> Consequences { get; private set; } = [];

    public List<Assumption> Assumptions { get; private set; } = [];

    public List<Text> PlanningAssumptions { get; private set; } = [];

    public List<Text> Sources { get; private set; } = [];

    public ScenarioDescription Description => new()
    {
        Nature = Nature,
        Title = Title,
        Context = Context,
        Trigger = Trigger,
        Course = Course,
        Consequences = Consequences,
        Assumptions = Assumptions,
        PlanningAssumptions = PlanningAssumptions,
        Sources = Sources,
    };

    /// <summary>The first version, to be kept beside the scenario.</summary>
    public ScenarioVersion FirstVersion(DateTimeOffset now, Actor actor) => new($"{Id}~1", this, now, actor, "");

    /// <summary>Changes the description and gives the version to keep; the reason says why.</summary>
    public ScenarioVersion Revise(string versionId, ScenarioDescription description, DateTimeOffset now, Actor actor, string reason)
    {
        new InputCheck()
            .Require(reason.Trim().Length is > 0 and <= longestReason, "reason", "scenarios.error.reason", longestReason)
            .Require(!Passages.Begins(reason), "reason", "markings.error.not-here")
            .ThrowIfAny();
        if (ScenarioDifference.Between(Description, description).Count == 0)
        {
            throw new BrokenRule("scenarios.rule.nothing-changed");
        }

        Describe(description);
        Number++;
        return new ScenarioVersion(versionId, this, now, actor, reason.Trim());
    }

    private void Describe(ScenarioDescription description)
    {
        description.Check();
        (Nature, Title, Context) = (description.Nature, description.Title, description.Context);
        (Trigger, Course) = (description.Trigger, description.Course);
        (Consequences, Assumptions) = ([.. description.Consequences], [.. description.Assumptions]);
        (PlanningAssumptions, Sources) = ([.. description.PlanningAssumptions], [.. description.Sources]);
    }
}
