using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>
/// A client with who answers for it as they are now. It acts by the roles of its owner, as far as it was given what they
/// bring; so what the owner loses, it loses. What was lent to the owner is not for a program.
/// </summary>
public sealed record KnownClient(ApiClient Client, KnownPerson Owner)
{
    public IReadOnlyList<HeldGrant> Held { get; } =
        [.. Owner.Held.Where(h => h.Delegation is null).Select(h => h with { Grant = h.Grant with { Only = Client.Permissions.ToHashSet() } })];

    /// <summary>Up to which marking it reads: no further than its owner.</summary>
    public Marking Clearance => (Marking)Math.Min((int)Client.Clearance, (int)Owner.Person.Clearance);

    /// <summary>Named as a program wherever a person would be named. Whose owner has no role sees nothing and may nothing.</summary>
    public Actor ToActor() => new Actor(
        ApiClient.ActorIdOf(Client.Id), $"{Client.Name} ({Client.Prefix})", new HashSet<Permission>(), Held.Count == 0 ? Actor.Nobody.Clearance : Clearance) { IsProgram = true }
        .With([.. Held.Select(h => h.Grant)]);

    /// <summary>Every client whose key works on a day, given everybody there is.</summary>
    public static async Task<IReadOnlyList<KnownClient>> AllAsync(WeerbaarDb db, IReadOnlyList<KnownPerson> people, DateOnly day, CancellationToken ct)
    {
        var clients = await db.Set<ApiClient>().AsNoTracking().Where(c => c.RevokedAt == null && c.Until >= day).OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(ct);
        return [.. clients.Join(people, c => c.OwnerId, p => p.Person.Id, (client, owner) => new KnownClient(client, owner))];
    }
}
