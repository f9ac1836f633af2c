using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Delegations;

/// <summary>The days a role is lent for; there is always a last one.</summary>
public sealed record LentDays(DateOnly From, DateOnly Until);

/// <summary>Somebody lets another use a role of theirs until a day. They keep it, and can take it back.</summary>
public sealed class Delegation : Stored
{
    private Delegation()
    {
    }

    public Delegation(string id, RoleAssignment assignment, string toPersonId, LentDays days, string reason, DateTimeOffset givenAt)
    {
        new InputCheck().Reason(reason)
            .Require(days.Until >= days.From, "until", "access.functions.error.until")
            .ThrowIfAny();
        (Id, AssignmentId, ObjectId, FromPersonId, ToPersonId) = (id, assignment.Id, assignment.ObjectId, assignment.PersonId, toPersonId);
        (From, Until, Reason, GivenAt) = (days.From, days.Until, reason.Trim(), givenAt);
    }

    public string AssignmentId { get; private set; } = "";

    /// <summary>The object that the role holds for, if it does for one: who may not see that does not see this.</summary>
    [Owner, ObjectIds]
    public string? ObjectId { get; private set; }

    public string FromPersonId { get; private set; } = "";

    public string ToPersonId { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }

    [Personal(nameof(FromPersonId))]
    public string Reason { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public override Permission NeededToWrite => Permission.SignIn;

    public bool IsInForce(DateOnly day) => !IsOver(day) && From <= day;

    public bool IsOver(DateOnly day) => EndedAt is not null || Until < day;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> table)
    {
        table.ToTable("delegation");
        table.HasIndex(x => x.ToPersonId);
        table.HasIndex(x => x.FromPersonId);
    }
}
