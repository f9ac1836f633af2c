using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Measures.Pages;

/// <summary>A measure on a form.</summary>
public sealed class MeasureForm
{
    /// <summary>The id of what a new form makes: posted twice, it makes one measure.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "measures.field.title")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "measures.field.summary")]
    public Text Summary { get; set; } = Text.Empty;

    public List<string> Leads { get; set; } = [];

    public List<string> Partners { get; set; } = [];

    [Display(Name = "measures.field.due")]
    public DateOnly? Due { get; set; }

    [Display(Name = "measures.field.due-note")]
    public Text DueNote { get; set; } = Text.Empty;

    [Display(Name = "measures.field.status")]
    public MeasureStatus Status { get; set; }

    public List<string> RestsOn { get; set; } = [];

    [Display(Name = "thread.field.reason")]
    public string Reason { get; set; } = "";

    public static MeasureForm Of(Measure measure) => new()
    {
        Version = measure.Version,
        Title = measure.Title,
        Summary = measure.Summary,
        Leads = [.. measure.Leads],
        Partners = [.. measure.Partners],
        Due = measure.Due,
        DueNote = measure.DueNote,
        RestsOn = [.. measure.RestsOn],
    };
}
