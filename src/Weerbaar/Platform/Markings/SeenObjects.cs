using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Markings;

/// <summary>One object that was read: its marking, how far it may go, and how high that goes which was shown of it besides: passages, and how it was before. What says something of a person is internal.</summary>
/// <param name="Kind">Empty while only parts of it were read.</param>
public sealed record SeenObject(string Id, string Kind, Marking Marking, Reach Reach, Marking Passage)
{
    public Marking Highest => Passage > Marking ? Passage : Marking;
}

/// <summary>
/// What one request, or one verb, read from the database. It is noticed where rows become objects
/// (<see cref="ReadAsActor"/>), under every page, route and file, so nobody has to say what they read. The journal of
/// reading and whatever leaves the program both go by it.
/// </summary>
public sealed class SeenObjects
{
    /// <summary>Each object with how often it was read.</summary>
    private readonly Dictionary<string, (SeenObject Object, int Times)> seen = new(StringComparer.Ordinal);

    /// <summary>An answer may be leaving while a query under it goes on.</summary>
    private readonly Lock turn = new();

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<SeenObject> All
    {
        get
        {
            lock (turn)
            {
                return [.. seen.Values.Select(s => s.Object).OrderBy(o => o.Id, StringComparer.Ordinal)];
            }
        }
    }

    public Marking Highest => All.Select(o => o.Highest).DefaultIfEmpty().Max();

    /// <summary>Reads the objects of which only parts were read, which puts them among what was seen.</summary>
    public async Task AddOwnersAsync(WeerbaarDb db, CancellationToken ct)
    {
        var ids = All.Where(o => o.Kind.Length == 0).Select(o => o.Id).ToList();
        if (ids.Count > 0)
        {
            await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).LoadAsync(ct);
        }
    }

    /// <summary>Adds what was read elsewhere and is shown here.</summary>
    public void Add(SeenObjects other)
    {
        foreach (var one in other.All)
        {
            Note(one);
        }
    }

    /// <summary>
    /// Takes back that rows were read, because they are not shown. What was read once more besides, for something that may
    /// be shown, stays; so does what the context keeps and gives again without reading it.
    /// </summary>
    public void LeaveOut(WeerbaarDb db, IEnumerable<MarkedObject> rows)
    {
        var kept = db.ChangeTracker.Entries<MarkedObject>().Select(e => e.Entity.Id).ToHashSet(StringComparer.Ordinal);
        lock (turn)
        {
            foreach (var id in rows.Select(r => r.Id).Where(id => !kept.Contains(id) && seen.ContainsKey(id)))
            {
                var (one, times) = seen[id];
                if (times > 1)
                {
                    seen[id] = (one, times - 1);
                }
                else
                {
                    seen.Remove(id);
                }
            }
        }
    }

    /// <param name="read">What came out of the database.</param>
    /// <param name="passage">The highest passage of it that its reader was given; of an entry of the journal, also how high what it tells was marked then.</param>
    internal void See(object read, Marking passage)
    {
        switch (read)
        {
            case MarkedObject one: Note(new(one.Id, one.Kind, one.Marking, new(one.Tlp, one.ReleasedTo), passage)); break;
            case IndexedObject one: Note(new(one.Id, one.Kind, one.Marking, new(one.Tlp, one.ReleasedTo), passage)); break;
            case Person or RoleAssignment or PersonFunction or Delegation or ApiClient:
                Note(new(((Stored)read).Id, "person", Marking.Internal, Reach.Everywhere, Marking.Public));
                break;
            case JournalEntry entry: new[] { entry.ObjectId, entry.AlsoOf }.Where(id => id.Length > 0).ToList().ForEach(id => Note(new(id, "", Marking.Public, Reach.Everywhere, passage))); break;
            case Part part: part.OwnerIds.ToList().ForEach(id => Note(new(id, "", Marking.Public, Reach.Everywhere, passage))); break;
            default: break;
        }
    }

    private void Note(SeenObject one)
    {
        lock (turn)
        {
            var (known, times) = seen.GetValueOrDefault(one.Id, (one, 0));
            var told = one.Kind.Length > 0 ? one : known;
            seen[one.Id] = (told with { Passage = one.Passage > known.Passage ? one.Passage : known.Passage }, times + 1);
        }
    }
}
