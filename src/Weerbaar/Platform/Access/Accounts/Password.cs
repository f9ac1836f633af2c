using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>A person's password with the code app that goes with it, and how often somebody got it wrong. One for each person; its id is the person's.</summary>
public sealed class Password : Stored
{
    /// <summary>The id of a password that fits nothing: what is tried on somebody who has none, or whose own is locked, counts against this one.</summary>
    public const string OfNobody = "nobody";

    private const int attemptsBeforeLock = 5;
    private static readonly TimeSpan lockTime = TimeSpan.FromMinutes(15);

    private Password()
    {
    }

    public Password(string personId) => Id = personId;

    [Secret]
    public string Hash { get; private set; } = "";

    /// <summary>The key of the code app, protected.</summary>
    [Secret]
    public string AuthenticatorKey { get; private set; } = "";

    /// <summary>The last step whose code was used, so that a code counts once.</summary>
    public long LastCodeStep { get; private set; }

    public int FailedAttempts { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public override Permission NeededToWrite => Permission.SignIn;

    public void Set(string hash, string authenticatorKey, long codeStep) =>
        (Hash, AuthenticatorKey, LastCodeStep, FailedAttempts, LockedUntil) = (hash, authenticatorKey, codeStep, 0, null);

    /// <summary>Whether the code is one of now that was not used before; it is then used.</summary>
    public bool UseCode(byte[]? key, string code, DateTimeOffset now)
    {
        var step = key is null ? null : Totp.StepOf(key, code, now, LastCodeStep);
        LastCodeStep = step ?? LastCodeStep;
        return step is not null;
    }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Counts a wrong attempt. While the lock holds none is counted: it must not hold for ever.</summary>
    public void Failed(DateTimeOffset now)
    {
        if (!IsLocked(now))
        {
            FailedAttempts++;
            LockedUntil = FailedAttempts % attemptsBeforeLock == 0 ? now + lockTime : LockedUntil;
        }
    }

    /// <summary>Counts a wrong attempt against the password that nobody has.</summary>
    public void Counted() => FailedAttempts++;

    public void Succeeded() => (FailedAttempts, LockedUntil) = (0, null);
}

internal sealed class PasswordTable : IEntityTypeConfiguration<Password>
{
    public void Configure(EntityTypeBuilder<Password> table) => table.ToTable("password");
}
