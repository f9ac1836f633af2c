using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

/// <summary>A capability advice on a form.</summary>
public sealed class AdviceForm
{
    /// <summary>The id of what a new form makes: posted twice, it makes one advice.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "capabilities.field.kind")]
    public AdviceKind AdviceKind { get; set; }

    [Display(Name = "capabilities.field.title")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "capabilities.field.summary")]
    public Text Summary { get; set; } = Text.Empty;

    public List<SafetyPhase> Phases { get; set; } = [];

    public List<string> Leads { get; set; } = [];

    [Display(Name = "capabilities.field.elaborated")]
    public bool Elaborated { get; set; }

    public List<string> RestsOn { get; set; } = [];

    [Display(Name = "thread.field.reason")]
    public string Reason { get; set; } = "";

    public static AdviceForm Of(CapabilityAdvice advice) => new()
    {
        Version = advice.Version,
        AdviceKind = advice.AdviceKind,
        Title = advice.Title,
        Summary = advice.Summary,
        Phases = [.. advice.Phases],
        Leads = [.. advice.Leads],
        Elaborated = advice.Elaborated,
        RestsOn = [.. advice.RestsOn],
    };

    public static Choice PhaseChoice(Texts texts, AdviceForm form) => new(
        "Input.Phases", texts["capabilities.field.phases"],
        [new ChoiceGroup(texts["capabilities.phases.all"], [.. Enum.GetValues<SafetyPhase>().Select(p => new ChoiceOption(p.ToString(), Texts.All[$"enum.SafetyPhase.{p}"]))])],
        [.. form.Phases.Select(p => p.ToString())]);
}
