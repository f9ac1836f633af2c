using System.ComponentModel.DataAnnotations;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Three classes on a form.</summary>
public abstract class RangeForm
{
    /// <summary>The version that was seen; 0 when nothing was judged yet.</summary>
    public long Version { get; set; }

    [Display(Name = "assessment.field.lower")]
    public string? Lower { get; set; }

    [Display(Name = "assessment.field.best")]
    public string? Best { get; set; }

    [Display(Name = "assessment.field.upper")]
    public string? Upper { get; set; }

    protected static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
