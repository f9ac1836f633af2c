using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

/// <summary>A decision on a form.</summary>
public sealed class DecisionForm
{
    /// <summary>The id of what a new form makes: posted twice, it makes one decision.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "decisions.field.title")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "decisions.field.date")]
    public DateOnly Date { get; set; }

    [Display(Name = "decisions.field.body")]
    public Text Body { get; set; } = Text.Empty;

    [Display(Name = "decisions.field.text")]
    public Text Text { get; set; } = Text.Empty;

    public List<string> Adopts { get; set; } = [];

    [Display(Name = "decisions.field.basis")]
    public string? Basis { get; set; }

    [Display(Name = "thread.field.reason")]
    public string? Reason { get; set; }

    public static DecisionForm Of(Decision decision) => new()
    {
        Version = decision.Version,
        Title = decision.Title,
        Date = decision.Date,
        Body = decision.Body,
        Text = decision.Text,
        Adopts = [.. decision.Adopts],
        Basis = decision.BasisId,
    };
}
