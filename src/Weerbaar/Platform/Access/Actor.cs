using System.Security.Cryptography;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

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

    /// <summary>A program with a key: what it is given it keeps elsewhere.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Codes of the organisations the person has a function in today.</summary>
    public IReadOnlySet<string> Organisations { get; init; } = new HashSet<string>();

    /// <summary>The id of the person whose permissions are used by delegation; null where somebody uses their own.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The objects that were opened in an emergency, above the clearance, by id; and until when.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Opened { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The organisation something is made for, which must be named where a release list is; empty for nobody in particular, null for the actor.</summary>
    public string? Recipient { get; init; }

    /// <summary>The roles the person has now, their own before those by delegation.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Whether the actor may do this everywhere.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);

    /// <summary>Whether the actor may do this to something: to all, or by a role that holds for it.</summary>
    public bool May(Permission permission, Stored subject) =>
        !IsOnlyForReading(permission, subject is MarkedObject one ? [one.Id] : Place.Of(subject).ObjectIds) && MayAt(permission, Place.Of(subject));

    public bool May(Permission permission, Place place) => !IsOnlyForReading(permission, place.ObjectIds) && MayAt(permission, place);

    /// <summary>Whether there is anything the actor may do this to.</summary>
    public bool MaySomewhere(Permission permission) => May(permission) || Grants.Any(g => g.Holds(permission));

    /// <summary>Whether the actor may do this to what some organisation leads.</summary>
    public bool MayLead(Permission permission) =>
        May(permission) || Grants.Any(g => g.Scope.Organisation is not null && g.Holds(permission));

    /// <summary>Refuses with <see cref="Forbidden"/> what the actor may not do everywhere.</summary>
    public void Need(Permission permission) => Refuse(!May(permission), permission);

    /// <summary>Refuses what the actor may not do to this.</summary>
    public void Need(Permission permission, Stored subject) => Refuse(!May(permission, subject), permission);

    public void Need(Permission permission, Place place) => Refuse(!May(permission, place), permission);

    /// <summary>Refuses what the actor may do to nothing at all, before anything is looked up.</summary>
    public void NeedSomewhere(Permission permission) => Refuse(!MaySomewhere(permission), permission);

    /// <summary>The person on whose behalf this is done; null where a role of one's own, or none, is enough.</summary>
    public string? BehalfFor(Permission permission, Place place) => PermissionReach.Own.Contains(permission)
        ? null
        : Grants.FirstOrDefault(g => g.Brings(permission, place))?.OnBehalfOf;

    /// <summary>An actor with the permissions of these roles.</summary>
    public Actor With(IReadOnlyList<Grant> grants) => this with
    {
        Grants = [.. grants.OrderBy(g => g.OnBehalfOf is not null)],
        Permissions = grants.SelectMany(g => g.Permissions.Where(p => g.Brings(p, Place.None))).ToHashSet(),
    };

    /// <summary>The same who may change nothing: what is past can't be changed.</summary>
    internal Actor OnlyReading() => this with { Grants = [], Permissions = Permissions.Where(p => !p.IsOfObjects()).ToHashSet() };

    private bool MayAt(Permission permission, Place place) => May(permission) || Grants.Any(g => g.Brings(permission, place));

    /// <summary>What was opened in an emergency can be read, and nothing else.</summary>
    private bool IsOnlyForReading(Permission permission, IEnumerable<string> objectIds) => permission.IsOfObjects() && objectIds.Any(Opened.ContainsKey);

    private static void Refuse(bool refused, Permission permission)
    {
        if (refused)
        {
            throw new Forbidden(permission);
        }
    }
}

/// <summary>The actor of the running request; the database reads it for its filters and its journal.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Nobody;

    /// <summary>The session of who is signed in in a browser.</summary>
    public Session? Session { get; set; }

    /// <summary>What was read so far.</summary>
    public SeenObjects Seen { get; private set; } = new();

    /// <summary>The file that is about to leave; null when none is.</summary>
    public ExportedFile? Leaving { get; set; }

    /// <summary>What was refused, for the journal in words of our own, where the status of the answer does not tell; null when nothing was.</summary>
    public string? Refused { get; set; }

    /// <summary>Which request this is: the answer, the journal and error pages name it.</summary>
    public string RequestId { get; private set; } = RandomNumberGenerator.GetHexString(20, lowercase: true);

    /// <summary>The moment that is looked at instead of now; null for now.</summary>
    public Past? Past { get; internal set; }

    /// <summary>Makes another scope part of the same request, acting as somebody.</summary>
    internal void Lend(CurrentActor other, Actor actor) =>
        (other.Actor, other.Session, other.RequestId, other.Seen, other.Past) = (actor, Session, RequestId, Seen, Past);

    /// <summary>Reads something that is not shown by that: what is read meanwhile is kept apart.</summary>
    internal async Task<(T Result, SeenObjects Seen)> ApartAsync<T>(Func<Task<T>> read)
    {
        var (before, apart) = (Seen, new SeenObjects());
        Seen = apart;
        try
        {
            return (await read(), apart);
        }
        finally
        {
            Seen = before;
        }
    }

    /// <summary>Ways of signing in are changed only shortly after signing in: a browser left alone must not be enough.</summary>
    public void NeedFreshSession(DateTimeOffset now)
    {
        if (Session?.IsFresh(now) != true)
        {
            throw new BrokenRule("access.rule.sign-in-again");
        }
    }
}
