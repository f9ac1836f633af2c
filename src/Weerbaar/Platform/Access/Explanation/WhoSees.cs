using Microsoft.EntityFrameworkCore;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary>Asks the database in the place of each person what they see, so that the answer is what really happens.</summary>
public sealed class WhoSees(IServiceScopeFactory scopes)
{
    /// <summary>The ids of those who see it. People for whom the filter has the same to go by are asked for once.</summary>
    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyList<Actor> actors, string objectId, CancellationToken ct)
    {
        var seen = await OfEachAsync(actors, [objectId], ct);
        return actors.Select(a => a.Id).Where(id => seen[id].Contains(objectId)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>People with the roles that hold for them when they sign in: a role for an object that they don't see brings nothing.</summary>
    public async Task<IReadOnlyList<KnownPerson>> AsTheyAreAsync(IReadOnlyList<KnownPerson> people, CancellationToken ct)
    {
        var ids = people.SelectMany(p => p.Grants).Select(g => g.Scope.ObjectId).OfType<string>().Distinct().ToList();
        var seen = await OfEachAsync([.. people.Select(p => p.Person.ToActor(p.Organisations))], ids, ct);
        return [.. people.Select(p => p.Seeing(seen[p.Person.Id]))];
    }

    /// <summary>Which of some objects each actor sees, by the id of the actor.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> OfEachAsync(IReadOnlyList<Actor> actors, IReadOnlyList<string> objectIds, CancellationToken ct)
    {
        var seen = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var alike in actors.GroupBy(Sight))
        {
            var visible = await scopes.AsAsync(alike.First(), (db, _) => db.Objects.Where(o => objectIds.Contains(o.Id)).Select(o => o.Id).ToHashSetAsync(ct));
            alike.ToList().ForEach(a => seen[a.Id] = visible);
        }

        return seen;
    }

    /// <summary>All of an actor that decides what they see.</summary>
    private static (Marking Clearance, string Organisations, string Opened) Sight(Actor actor) => (
        actor.Clearance,
        string.Join(';', actor.Organisations.Order(StringComparer.Ordinal)),
        string.Join(';', actor.Opened.Keys.Order(StringComparer.Ordinal)));
}
