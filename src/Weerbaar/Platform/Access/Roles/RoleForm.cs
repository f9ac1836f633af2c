using System.ComponentModel.DataAnnotations;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>What is filled in to give somebody a role.</summary>
public sealed class RoleForm
{
    [Display(Name = "access.field.role")]
    public Role Role { get; set; }

    [Display(Name = "access.roles.field.organisation")]
    public string? Organisation { get; set; }

    [Display(Name = "access.roles.field.object")]
    public string? ObjectId { get; set; }

    [Display(Name = "access.field.from")]
    public DateOnly? From { get; set; }

    [Display(Name = "access.field.until")]
    public DateOnly? Until { get; set; }

    [Display(Name = "access.field.reason")]
    public string? Reason { get; set; }

    public GiveRole.Content ToContent() =>
        new() { Role = Role, Organisation = Organisation, ObjectId = RoleChoices.IdIn(ObjectId), From = From, Until = Until, Reason = Reason ?? "" };
}
