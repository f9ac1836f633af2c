using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Delegations;

/// <summary>A delegation as the API shows it.</summary>
public sealed record DelegationView(
    string Id, string AssignmentId, Role Role, string? Organisation, string FromPersonId, string ToPersonId,
    DateOnly From, DateOnly Until, string Reason, DateTimeOffset GivenAt, DateTimeOffset? EndedAt, long Version)
{
    [ObjectIds]
    public string? ObjectId { get; set; }

    public static DelegationView Of(LentRole lent) => new(
        lent.Delegation.Id, lent.Assignment.Id, lent.Assignment.Role, lent.Assignment.Organisation, lent.Delegation.FromPersonId, lent.Delegation.ToPersonId,
        lent.Delegation.From, lent.Delegation.Until, lent.Delegation.Reason, lent.Delegation.GivenAt, lent.Delegation.EndedAt, lent.Delegation.Version)
    { ObjectId = lent.Assignment.ObjectId };
}
