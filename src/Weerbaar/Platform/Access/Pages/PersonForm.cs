using System.ComponentModel.DataAnnotations;

namespace Weerbaar.Platform.Access.Pages;

/// <summary>What is filled in about a person.</summary>
public class PersonForm
{
    [Display(Name = "access.field.name")]
    public string Name { get; set; } = "";

    [Display(Name = "access.field.email")]
    public string Email { get; set; } = "";

    [Display(Name = "access.field.clearance")]
    public Marking Clearance { get; set; } = Marking.Internal;

    [Display(Name = "access.field.blocked")]
    public bool Disabled { get; set; }

    public long Version { get; set; }
}
