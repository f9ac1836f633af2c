using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Leaving;

/// <summary>
/// What was read from the database while a request was answered: each object with its marking, and how high the passages
/// go that were shown. Whatever leaves was made of this and nothing else, so nobody has to say what is in a file.
/// </summary>
public sealed class SeenObjects
{
    private readonly Dictionary<string, (Marking Marking, string ReleasedTo)> objects = new(StringComparer.Ordinal);
    private readonly HashSet<string> owners = new(StringComparer.Ordinal);

    /// <summary>The file that is about to leave; null when none is.</summary>
    public ExportedFile? File { get; private set; }

    public IReadOnlyDictionary<string, (Marking Marking, string ReleasedTo)> Objects => objects;

    /// <summary>Objects of which only parts were read.</summary>
    public IReadOnlyList<string> OnlyParts => [.. owners.Where(id => !objects.ContainsKey(id))];

    public Marking HighestPassage { get; private set; }

    public void Leaves(ExportedFile file) => File = file;

    /// <summary>It was refused, and an error page is shown in its place.</summary>
    public void Stays() => File = null;

    /// <summary>Of all that was read only these are in the file.</summary>
    public void Keep(IEnumerable<string> ids)
    {
        var kept = ids.ToHashSet(StringComparer.Ordinal);
        objects.Keys.Where(id => !kept.Contains(id)).ToList().ForEach(id => objects.Remove(id));
    }

    internal void See(object read)
    {
        switch (read)
        {
            case MarkedObject one: objects[one.Id] = (one.Marking, one.ReleasedTo); break;
            case IndexedObject one: objects[one.Id] = (one.Marking, one.ReleasedTo); break;
            case Part part: owners.UnionWith(part.OwnerIds); break;
            default: break;
        }
    }

    internal void See(Site.Text text, Marking sight)
    {
        foreach (var passage in Passages.In(text.Whole.Nl).Concat(Passages.In(text.Whole.En)).Where(p => p.Level <= sight && p.Level > HighestPassage))
        {
            HighestPassage = passage.Level;
        }
    }
}
