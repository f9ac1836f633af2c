using Microsoft.EntityFrameworkCore;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary>Asks the database in the place of each person whether they see an object, so that the answer is what really happens.</summary>
public sealed class WhoSees(IServiceScopeFactory scopes)
{
    /// <summary>The ids of those who see it. People for whom the filter has the same to go by are asked for once.</summary>
    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyList<Actor> actors, string objectId, CancellationToken ct)
    {
        var seeing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alike in actors.GroupBy(Sight))
        {
            if (await scopes.AsAsync(alike.First(), (db, _) => db.Objects.AnyAsync(o => o.Id == objectId, ct)))
            {
                seeing.UnionWith(alike.Select(a => a.Id));
            }
        }

        return seeing;
    }

    /// <summary>All of an actor that decides what they see.</summary>
    private static (Marking Clearance, string Organisations, string Opened) Sight(Actor actor) => (
        actor.Clearance,
        string.Join(';', actor.Organisations.Order(StringComparer.Ordinal)),
        string.Join(';', actor.Opened.Keys.Order(StringComparer.Ordinal)));
}
