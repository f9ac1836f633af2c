using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Access.Accounts;
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

    /// <summary>The key of the code app, protected; without it a password opens nothing.</summary>
    [Secret]
    public string? AuthenticatorKey { get; private set; }

    /// <summary>The last step whose code was used, so that a code counts once.</summary>
    public long? LastCodeStep { get; private set; }

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

    public bool HasPassword => PasswordHash.Length > 0 && AuthenticatorKey is not null;

    public void SetPassword(string hash, string authenticatorKey, long codeStep) =>
        (PasswordHash, AuthenticatorKey, LastCodeStep, FailedAttempts, LockedUntil) = (hash, authenticatorKey, codeStep, 0, null);

    public void ForgetPassword() =>
        (PasswordHash, AuthenticatorKey, LastCodeStep, FailedAttempts, LockedUntil, managed) = ("", null, null, 0, null, true);

    /// <summary>Whether the code is one of now that was not used before; it is then used.</summary>
    public bool UseCode(byte[]? key, string code, DateTimeOffset now)
    {
        var step = key is null ? null : Totp.StepOf(key, code, now, LastCodeStep);
        LastCodeStep = step ?? LastCodeStep;
        return step is not null;
    }

    public void Disable(bool disabled) => (Disabled, managed) = (disabled, true);

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
