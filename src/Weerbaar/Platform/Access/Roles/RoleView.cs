using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>A role as the API shows it.</summary>
public sealed record RoleView(
    string Id, string PersonId, Role Role, string? Organisation, DateOnly? From, DateOnly? Until,
    string GivenBy, DateTimeOffset? GivenAt, string Reason, DateTimeOffset? EndedAt, long Version)
{
    [ObjectIds]
    public string? ObjectId { get; set; }

    public static RoleView Of(RoleAssignment a) =>
        new(a.Id, a.PersonId, a.Role, a.Organisation, a.From, a.Until, a.GivenBy, a.GivenAt, a.Reason, a.EndedAt, a.Version) { ObjectId = a.ObjectId };
}
