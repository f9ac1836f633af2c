using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>What a round is called, on which edition it judges, and which scenarios.</summary>
public sealed class RoundForm
{
    /// <summary>The id of what a new form makes: posted twice, it makes one round.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "assessment.field.title")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "assessment.field.summary")]
    public Text Summary { get; set; } = Text.Empty;

    [Display(Name = "assessment.field.edition")]
    public string EditionId { get; set; } = "";

    [Display(Name = "scenarios.title")]
    public List<string> ScenarioIds { get; set; } = [];

    [Display(Name = "assessment.field.find")]
    public string Find { get; set; } = "";

    [Display(Name = "thread.field.reason")]
    public string Reason { get; set; } = "";
}
