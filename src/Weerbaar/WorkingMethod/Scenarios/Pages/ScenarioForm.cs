using System.ComponentModel.DataAnnotations;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

/// <summary>The uniform description on a form: short fields that repeat for consequences and assumptions, lines for the rest.</summary>
public sealed class ScenarioForm
{
    private const int spareRows = 2;
    private const int fewestRows = 3;

    public sealed class ConsequenceRow
    {
        public string Interest { get; set; } = "";

        [Display(Name = "scenarios.field.consequence")]
        public Text Text { get; set; } = Text.Empty;
    }

    public sealed class AssumptionRow
    {
        [Display(Name = "scenarios.field.assumption")]
        public Text Text { get; set; } = Text.Empty;

        [Display(Name = "scenarios.field.confidence")]
        public Confidence Confidence { get; set; } = Confidence.Medium;
    }

    /// <summary>The id of what a new form makes: posted twice, it makes one scenario.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "scenarios.field.title")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "scenarios.field.nature")]
    public Nature Nature { get; set; }

    [Display(Name = "scenarios.field.context")]
    public Text Context { get; set; } = Text.Empty;

    [Display(Name = "scenarios.field.trigger")]
    public Text Trigger { get; set; } = Text.Empty;

    [Display(Name = "scenarios.field.course")]
    public Text Course { get; set; } = Text.Empty;

    [Display(Name = "scenarios.field.consequences")]
    public List<ConsequenceRow> Consequences { get; set; } = [];

    [Display(Name = "scenarios.field.assumptions")]
    public List<AssumptionRow> Assumptions { get; set; } = [];

    [Display(Name = "scenarios.field.planning")]
    public Text PlanningAssumptions { get; set; } = Text.Empty;

    [Display(Name = "scenarios.field.sources")]
    public Text Sources { get; set; } = Text.Empty;

    [Display(Name = "scenarios.field.rests-on")]
    public List<string> RestsOn { get; set; } = [];

    [Display(Name = "scenarios.field.reason")]
    public string Reason { get; set; } = "";

    public static ScenarioForm Of(Scenario scenario) => new()
    {
        Version = scenario.Version,
        Title = scenario.Title,
        Nature = scenario.Nature,
        Context = scenario.Context,
        Trigger = scenario.Trigger,
        Course = scenario.Course,
        Consequences = [.. scenario.Consequences.Select(c => new ConsequenceRow { Interest = c.Interest, Text = c.Text })],
        Assumptions = [.. scenario.Assumptions.Select(a => new AssumptionRow { Text = a.Text, Confidence = a.Confidence })],
        PlanningAssumptions = TextLines.Of(scenario.PlanningAssumptions),
        Sources = TextLines.Of(scenario.Sources),
    };

    /// <summary>A field for every interest, and empty rows to add assumptions in.</summary>
    public void MakeRoom(IEnumerable<Interest> interests)
    {
        foreach (var interest in interests.Where(i => Consequences.All(c => c.Interest != i.Id)))
        {
            Consequences.Add(new ConsequenceRow { Interest = interest.Id });
        }

        Consequences = [.. Consequences.OrderBy(c => c.Interest, StringComparer.Ordinal)];
        var rows = Math.Max(fewestRows, Assumptions.Count(a => !a.Text.IsEmpty) + spareRows);
        Assumptions.AddRange(Enumerable.Range(0, Math.Max(0, rows - Assumptions.Count)).Select(_ => new AssumptionRow()));
    }

    public AddScenario.Request ToAdd() => new()
    {
        Nature = Nature, Title = Title, Context = Context, Trigger = Trigger, Course = Course,
        Consequences = Said, Assumptions = Assumed,
        PlanningAssumptions = PlanningAssumptions.Lines(), Sources = Sources.Lines(),
        RestsOn = RestsOn,
    };

    public ReviseScenario.Request ToRevise() => new()
    {
        Nature = Nature, Title = Title, Context = Context, Trigger = Trigger, Course = Course,
        Consequences = Said, Assumptions = Assumed,
        PlanningAssumptions = PlanningAssumptions.Lines(), Sources = Sources.Lines(),
        Reason = Reason ?? "",
    };

    private List<Consequence> Said => [.. Consequences.Where(c => !c.Text.IsEmpty).Select(c => new Consequence(c.Interest, c.Text))];

    private List<Assumption> Assumed => [.. Assumptions.Where(a => !a.Text.IsEmpty).Select(a => new Assumption(a.Text, a.Confidence))];
}
