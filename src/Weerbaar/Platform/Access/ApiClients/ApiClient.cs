using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>What a client may do: which permissions, up to which marking, and until which day.</summary>
public sealed record ApiClientScope(IReadOnlyList<Permission> Permissions, Marking Clearance, DateOnly Until)
{
    /// <summary>What may be asked for; whoever may do anything may read. What is not named here no program may do: managing people would be a way to a way in.</summary>
    public static IReadOnlyList<Permission> Offered { get; } =
    [
        Permission.Read, Permission.WriteThreats, Permission.WriteScenarios, Permission.OpenRounds, Permission.Judge, Permission.EstablishRounds, Permission.RecordDecisions,
        Permission.WriteCapabilities, Permission.WriteMeasures, Permission.ReportProgress, Permission.PlanCycle, Permission.SetMarking, Permission.ReadJournal,
        Permission.ShareInternal, Permission.ShareConfidential,
    ];

    public IReadOnlySet<Permission> All => Permissions.Append(Permission.Read).ToHashSet();

    /// <summary>Nobody gives what they do not have, nor what the owner does not have.</summary>
    public void Check(Actor giver, KnownPerson owner, DateOnly today) => new InputCheck()
        .Require(Permissions.All(p => Offered.Contains(p) && giver.May(p) && owner.Grants.Any(g => g.OnBehalfOf is null && g.Holds(p))), "permissions", "access.api-clients.error.permissions")
        .Require(Clearance <= giver.Clearance && Clearance <= owner.Person.Clearance, "clearance", "access.api-clients.error.clearance")
        .Require(Until >= today && Until <= today.AddYears(1), "until", "access.api-clients.error.until")
        .ThrowIfAny();
}

/// <summary>A program that uses the API with a key of its own. Only the hash of the key is kept.</summary>
public sealed class ApiClient : Stored
{
    private const int longestName = 100;

    private ApiClient()
    {
    }

    public ApiClient(string id, string name, string ownerId, ApiClientScope scope, ApiKey key, DateTimeOffset createdAt)
    {
        new InputCheck().Require(name.Trim().Length is > 0 and <= longestName, "name", "access.error.name").ThrowIfAny();
        (Id, Name, OwnerId, KeyHash, CreatedAt) = (id, name.Trim(), ownerId, key.Hash, createdAt);
        (Permissions, Clearance, Until) = ([.. scope.All.Order()], scope.Clearance, scope.Until);
    }

    [Personal(nameof(OwnerId))]
    public string Name { get; private set; } = "";

    /// <summary>The person who answers for it: it never may more than they may at that moment, and nothing when they are blocked.</summary>
    public string OwnerId { get; private set; } = "";

    public IReadOnlyList<Permission> Permissions { get; private set; } = [];

    public Marking Clearance { get; private set; }

    /// <summary>The last day it works.</summary>
    public DateOnly Until { get; private set; }

    [Secret]
    public string KeyHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public override Permission NeededToWrite => Permission.ManagePeople;

    /// <summary>As the journal names it among those who act.</summary>
    public static string ActorIdOf(string id) => $"api-client:{id}";

    /// <summary>What the key begins with, to know it again by.</summary>
    public string Prefix => ApiKey.PrefixOf(Id);

    public bool IsOpen(DateOnly today) => RevokedAt is null && today <= Until;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>When a client last used its key, to the hour. Apart from the client, so that using it gets in nobody's way.</summary>
public sealed class ApiClientUse : Stored
{
    private static readonly TimeSpan step = TimeSpan.FromHours(1);

    private ApiClientUse()
    {
    }

    public ApiClientUse(string clientId, DateTimeOffset usedAt) => (Id, UsedAt) = (clientId, usedAt);

    public DateTimeOffset UsedAt { get; private set; }

    public override Permission NeededToWrite => Permission.SignIn;

    public bool IsOld(DateTimeOffset now) => now >= UsedAt + step;

    public void Use(DateTimeOffset now) => UsedAt = now;
}

internal sealed class ApiClientTable : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> table)
    {
        table.ToTable("api_client");
        table.Ignore(x => x.Prefix);
        table.Property(x => x.Permissions).AsJson();
    }
}

internal sealed class ApiClientUseTable : IEntityTypeConfiguration<ApiClientUse>
{
    public void Configure(EntityTypeBuilder<ApiClientUse> table) => table.ToTable("api_client_use");
}
