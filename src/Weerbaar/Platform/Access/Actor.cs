using System.Security.Cryptography;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Access;

/// <summary>Who is acting: a signed-in person, nobody yet, or the program itself at the command line.</summary>
public sealed record Actor(string Id, string Name, IReadOnlySet<Permission> Permissions, Marking Clearance)
{
    /// <summary>Somebody who has not signed in: may do nothing and sees nothing, not even what is public.</summary>
    public static Actor Nobody { get; } = new("nobody", "", new HashSet<Permission>(), (Marking)(-1));

    /// <summary>The program at its own console, where whoever types already holds the database.</summary>
    public static Actor Console { get; } =
        new("console", "Console", Enum.GetValues<Permission>().ToHashSet(), Marking.StateTopSecret);

    /// <summary>The sign-in desk: may check who somebody is, and nothing else.</summary>
    public static Actor SignInDesk { get; } =
        new("sign-in", "Sign-in", new HashSet<Permission> { Permission.SignIn }, (Marking)(-1));

    /// <summary>Codes of the organisations the person has a function in today.</summary>
    public IReadOnlySet<string> Organisations { get; init; } = new HashSet<string>();

    /// <summary>The id of the person whose permissions are used by delegation; null where somebody uses their own.</summary>
    public string? OnBehalfOf { get; init; }

    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Refuses with <see cref="Forbidden"/> what the actor may not do.</summary>
    public void Need(Permission permission)
    {
        if (!May(permission))
        {
            throw new Forbidden(permission);
        }
    }

    /// <summary>Ids of the objects that were opened in an emergency, above the clearance and for a time.</summary>
    public IReadOnlySet<string> Opened { get; init; } = new HashSet<string>();

    /// <summary>The organisation something is made for, which must be named where a release list is; empty for nobody in particular, null for the actor.</summary>
    public string? Recipient { get; init; }
}

/// <summary>The actor of the running request; the database reads it for its filters and its journal.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>The session of who is signed in in a browser.</summary>
    public Session? Session { get; set; }

    /// <summary>Which request this is: the answer, the journal and error pages name it.</summary>
    public string RequestId { get; private set; } = RandomNumberGenerator.GetHexString(20, lowercase: true);

    /// <summary>What was read that is marked above internal.</summary>
    internal MarkedReads Reads { get; private set; } = new();

    /// <summary>The moment that is looked at instead of now; null for now.</summary>
    public Past? Past { get; internal set; }

    /// <summary>Makes another scope part of the same request, acting as somebody.</summary>
    internal void Lend(CurrentActor other, Actor actor) =>
        (other.Actor, other.Session, other.RequestId, other.Reads, other.Past) = (actor, Session, RequestId, Reads, Past);

    /// <summary>Ways of signing in are changed only shortly after signing in: a browser left alone must not be enough.</summary>
    public void NeedFreshSession(DateTimeOffset now)
    {
        if (Session?.IsFresh(now) != true)
        {
            throw new BrokenRule("access.rule.sign-in-again");
        }
    }
}
