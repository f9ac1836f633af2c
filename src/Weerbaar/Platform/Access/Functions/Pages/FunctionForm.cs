using System.ComponentModel.DataAnnotations;

namespace Weerbaar.Platform.Access.Functions.Pages;

/// <summary>What is filled in about a function.</summary>
public sealed class FunctionForm
{
    public long Version { get; set; }

    [Display(Name = "access.functions.field.organisation")]
    public string Organisation { get; set; } = "";

    [Display(Name = "access.functions.field.name")]
    public string Name { get; set; } = "";

    [Display(Name = "access.field.from")]
    public DateOnly From { get; set; }

    [Display(Name = "access.field.until")]
    public DateOnly? Until { get; set; }
}
