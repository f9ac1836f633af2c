using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Scenarios;

public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>What the scenario does to one vital interest, named by its code in the method editions.</summary>
public sealed record Consequence(string Interest, Text Text);

/// <summary>Something the scenario takes for granted, and how sure that is.</summary>
public sealed record Assumption(Text Text, Confidence Confidence);

/// <summary>The uniform description every scenario has, so that scenarios can be compared.</summary>
public record ScenarioDescription
{
    public required Nature Nature { get; init; }

    public required Text Title { get; init; }

    public Text Context { get; init; } = Text.Empty;

    public Text Trigger { get; init; } = Text.Empty;

    public Text Course { get; init; } = Text.Empty;

    public IReadOnlyList<Consequence> Consequences { get; init; } = [];

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>What capabilities must be able to cope with: the figures planning starts from.</summary>
    public IReadOnlyList<Text> PlanningAssumptions { get; init; } = [];

    public IReadOnlyList<Text> Sources { get; init; } = [];

    public void Check()
    {
        var check = new InputCheck().Title(Title)
            .Require(Enum.IsDefined(Nature), "nature", "scenarios.error.nature")
            .Prose("context", Context).Prose("trigger", Trigger).Prose("course", Course)
            .Require(Consequences.All(c => c.Interest.Trim().Length is > 0 and <= 20), "consequences", "scenarios.error.interest")
            .Require(Consequences.Select(c => c.Interest).Distinct().Count() == Consequences.Count, "consequences", "scenarios.error.interest-twice")
            .Require(Assumptions.All(a => Enum.IsDefined(a.Confidence)), "assumptions", "scenarios.error.confidence");
        CheckTexts(check, "consequences", Consequences.Select(c => c.Text));
        CheckTexts(check, "assumptions", Assumptions.Select(a => a.Text));
        CheckTexts(check, "planningAssumptions", PlanningAssumptions);
        CheckTexts(check, "sources", Sources);
        check.ThrowIfAny();
    }

    private static void CheckTexts(InputCheck check, string field, IEnumerable<Text> texts)
    {
        foreach (var (number, text) in texts.Index())
        {
            check.Require(!text.IsEmpty, field, "scenarios.error.text-empty", number + 1).Prose(field, text);
        }
    }
}
