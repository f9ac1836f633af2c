using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Threats.Pages;

/// <summary>How a threat is described on a form; incident categories a line each.</summary>
public sealed class ThreatForm
{
    /// <summary>The id of what a new form makes: posted twice, it makes one threat.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "threats.field.kind")]
    public ThreatKind ThreatKind { get; set; }

    [Display(Name = "threats.field.title")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "threats.field.summary")]
    public Text Summary { get; set; } = Text.Empty;

    [Display(Name = "threats.field.categories")]
    public Text Categories { get; set; } = Text.Empty;

    [Display(Name = "thread.field.reason")]
    public string Reason { get; set; } = "";

    public IReadOnlyList<Text> CategoryList => Categories.Lines();

    public static ThreatForm Of(Threat threat) => new()
    {
        Version = threat.Version,
        ThreatKind = threat.ThreatKind,
        Title = threat.Title,
        Summary = threat.Summary,
        Categories = TextLines.Of(threat.IncidentCategories),
    };
}
