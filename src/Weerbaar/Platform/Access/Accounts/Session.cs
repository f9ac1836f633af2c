using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>By what somebody showed who they are.</summary>
public enum SignInMethod
{
    Link,
    Password,
    RecoveryCode,
    Passkey,
    OpenId,
}

/// <summary>Who somebody is at the issuer, by the fingerprint of its name for them, and in which session there; an issuer need not name one.</summary>
public sealed record AtIssuer(string Subject, string? Session);

/// <summary>One sign-in on one device, from its start until it is ended or grows too old. The cookie names it, so ending it holds at once.</summary>
public sealed class Session : Stored
{
    /// <summary>However much it is used, after this a session is over.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(7);

    /// <summary>For this long after signing in, ways of signing in may be changed.</summary>
    private static readonly TimeSpan fresh = TimeSpan.FromMinutes(30);

    private Session()
    {
    }

    public Session(string id, string personId, SignInMethod method, string device, DateTimeOffset startedAt, AtIssuer? there = null) =>
        (Id, PersonId, Method, Device, StartedAt, IssuerSubject, IssuerSession) = (id, personId, method, device, startedAt, there?.Subject, there?.Session);

    public string PersonId { get; private set; } = "";

    public SignInMethod Method { get; private set; }

    /// <summary>Browser and system as the browser tells them, so that a person knows the device again.</summary>
    [Personal]
    public string Device { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The session at the issuer this one came of, by the issuer's name for it: when that ends, so does this.</summary>
    public string? IssuerSession { get; private set; }

    /// <summary>Whose session that was there, by fingerprint: also known after the account is parted from the one there.</summary>
    [Personal]
    public string? IssuerSubject { get; private set; }

    public override Permission NeededToWrite => Permission.SignIn;

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < StartedAt + LongestLife;

    public bool IsFresh(DateTimeOffset now) => IsOpen(now) && now < StartedAt + fresh;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.ToTable("session");
        table.HasIndex(x => x.PersonId);
        table.HasIndex(x => x.IssuerSession);
        table.HasIndex(x => x.IssuerSubject);
    }
}
