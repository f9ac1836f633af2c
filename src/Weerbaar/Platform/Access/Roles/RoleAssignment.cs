using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>Who gave a role, when and why.</summary>
public sealed record Given(string By, DateTimeOffset At, string Reason = "");

/// <summary>A role that a person was given: which, where it holds, from which day until which, by whom and why.</summary>
public sealed class RoleAssignment : Stored
{
    private RoleAssignment()
    {
    }

    public RoleAssignment(string id, string personId, Role role, RoleScope scope, Given given, DateOnly? from = null, DateOnly? until = null)
    {
        new InputCheck()
            .Require(scope.Organisation is null || scope.ObjectId is null, "organisation", "access.roles.error.one-scope")
            .Require(scope.IsEverywhere || role != Role.Administrator, "role", "access.roles.error.administrator-everywhere")
            .Require(!(until < from), "until", "access.functions.error.until")
            .Require(given.Reason.Length <= TextRules.LongestReason, "reason", "access.roles.error.reason", TextRules.LongestReason)
            .ThrowIfAny();
        (Id, PersonId, Role, Organisation, ObjectId) = (id, personId, role, scope.Organisation, scope.ObjectId);
        (From, Until, GivenBy, GivenAt, Reason) = (from, until, given.By, given.At, given.Reason);
    }

    public string PersonId { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>The code of the organisation it holds for; empty where it holds for none in particular.</summary>
    public string? Organisation { get; private set; }

    /// <summary>The object it holds for; empty where it holds for none in particular.</summary>
    [Owner, ObjectIds]
    public string? ObjectId { get; private set; }

    /// <summary>The first day; open when it held from the beginning.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last day; open when none was set.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The id of who gave it; empty where that was not kept.</summary>
    public string GivenBy { get; private set; } = "";

    public DateTimeOffset? GivenAt { get; private set; }

    [Personal]
    public string Reason { get; private set; } = "";

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public override Permission NeededToWrite => Permission.ManagePeople;

    public RoleScope Scope() => new() { Organisation = Organisation, ObjectId = ObjectId };

    /// <summary>Given, begun, and neither over nor taken back.</summary>
    public bool IsInForce(DateOnly day) => !IsOver(day) && !(day < From);

    public bool IsOver(DateOnly day) => EndedAt is not null || Until < day;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class RoleAssignmentTable : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> table)
    {
        table.ToTable("role_assignment");
        table.HasIndex(x => x.PersonId);
        table.HasIndex(x => x.ObjectId);
    }
}
