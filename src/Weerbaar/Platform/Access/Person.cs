using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Somebody who may sign in.</summary>
public sealed class Person : Stored
{
    private const int attemptsBeforeLock = 5;
    private static readonly TimeSpan lockTime = TimeSpan.FromMinutes(15);

    private bool managed;

    private Person()
    {
    }

    public Person(string id, string name, string email, Role role, Marking clearance)
    {
        Id = id;
        Change(name, email, role, clearance);
    }

    public string Name { get; private set; } = "";

    /// <summary>What the person signs in with, in lower case.</summary>
    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    public Marking Clearance { get; private set; }

    public bool Disabled { get; private set; }

    [Secret]
    public string PasswordHash { get; private set; } = "";

    /// <summary>Changes whenever standing sign-ins must end.</summary>
    [Secret]
    public string Stamp { get; private set; } = "";

    public int FailedAttempts { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>Name, role and access are for who manages people; signing in changes only the rest.</summary>
    public override Permission NeededToWrite => managed ? Permission.ManagePeople : Permission.SignIn;

    public void Change(string name, string email, Role role, Marking clearance)
    {
        new InputCheck()
            .Require(name.Trim().Length is > 0 and <= 100, "name", "access.error.name")
            .Require(email.Length <= 200 && email.IndexOf('@', StringComparison.Ordinal) > 0, "email", "access.error.email")
            .ThrowIfAny();
        (Name, Email, Role, Clearance, managed) = (name.Trim(), email.Trim().ToLowerInvariant(), role, clearance, true);
    }

    public void SetPassword(string hash, string stamp) =>
        (PasswordHash, Stamp, FailedAttempts, LockedUntil) = (hash, stamp, 0, null);

    public void Disable(bool disabled, string stamp) => (Disabled, Stamp, managed) = (disabled, stamp, true);

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    public void Failed(DateTimeOffset now)
    {
        FailedAttempts++;
        LockedUntil = FailedAttempts % attemptsBeforeLock == 0 ? now + lockTime : LockedUntil;
    }

    public void Succeeded() => (FailedAttempts, LockedUntil) = (0, null);

    public Actor ToActor() => new(Id, Name, Role.Permissions(), Clearance);
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("person");
        table.HasIndex(x => x.Email).IsUniqueOr("email", "access.error.email-taken");
    }
}
