using Microsoft.EntityFrameworkCore.Diagnostics;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The ids of what was read in one request and is marked above internal.</summary>
public sealed class MarkedReads
{
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);
    private readonly Lock turn = new();

    public void Add(string id, string kind)
    {
        lock (turn)
        {
            kinds[id] = kind;
        }
    }

    /// <summary>What was read so far, in the order of the ids.</summary>
    public IReadOnlyList<string> Known()
    {
        lock (turn)
        {
            return [.. kinds.Keys.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Forgets all but what had been read at an earlier moment; gives back what is forgotten.</summary>
    public IReadOnlyList<(string Id, string Kind)> BackTo(IReadOnlyList<string> earlier)
    {
        lock (turn)
        {
            var since = kinds.Where(k => !earlier.Contains(k.Key)).Select(k => (k.Key, k.Value)).ToList();
            since.ForEach(k => kinds.Remove(k.Key));
            return since;
        }
    }

    public string KindOf(string id)
    {
        lock (turn)
        {
            return kinds[id];
        }
    }
}

/// <summary>Notices every marked object that a query gives out, wherever it is asked, so that no page has to remember it.</summary>
internal sealed class NoticeReads : IMaterializationInterceptor
{
    public static NoticeReads Always { get; } = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (materializationData.Context is WeerbaarDb db)
        {
            switch (entity)
            {
                case MarkedObject marked: db.Saw(marked.Id, marked.Kind, marked.Marking); break;
                case IndexedObject line: db.Saw(line.Id, line.Kind, line.Marking); break;
                default: break;
            }
        }

        return entity;
    }
}
