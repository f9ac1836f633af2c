using System.ComponentModel.DataAnnotations;
using Weerbaar.Platform.Access.Roles;

namespace Weerbaar.Platform.Access.Pages;

/// <summary>What is filled in about a new person, with their first role.</summary>
public sealed class NewPersonForm : PersonForm
{
    [Display(Name = "access.functions.field.organisation")]
    public string? WorksFor { get; set; }

    [Display(Name = "access.functions.field.name")]
    public string? Function { get; set; }

    [Display(Name = "access.field.role")]
    public Role Role { get; set; }

    [Display(Name = "access.roles.field.organisation")]
    public string? Organisation { get; set; }

    [Display(Name = "access.roles.field.object")]
    public string? ObjectId { get; set; }

    public AddPerson.Request ToRequest() => new()
    {
        Name = Name ?? "",
        Email = Email ?? "",
        Clearance = Clearance,
        Role = Role,
        Organisation = Organisation,
        ObjectId = RoleChoices.IdIn(ObjectId),
        WorksFor = WorksFor,
        Function = Function,
    };
}
