using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>
/// A kind of object in the thread: its word, where its pages and routes are, and its place from left to right.
/// Each step registers its own.
/// </summary>
public abstract record ObjectKind(string Name, string Path, int Layer)
{
    /// <summary>Facets of its own, besides content, thread and history: the text of the tab and what follows its address.</summary>
    public IReadOnlyList<(string TextKey, string Path)> Tabs { get; init; } = [];

    /// <summary>The text of the first tab.</summary>
    public string ContentKey { get; init; } = "thread.tab.content";

    /// <summary>What people may be allowed to do to an object of this kind, besides setting its marking.</summary>
    public IReadOnlyList<Permission> ChangedBy { get; init; } = [];

    public string TextKey => $"kind.{Name}";

    public string Href(string id) => $"/{Path}/{id}";

    /// <summary>The object itself, as far as the actor may see it.</summary>
    public abstract Task<MarkedObject> GetAsync(WeerbaarDb db, string id, CancellationToken ct);

    /// <summary>Those of some ids that are of this kind, as far as the actor may see them.</summary>
    public abstract Task<IReadOnlyList<MarkedObject>> AmongAsync(WeerbaarDb db, IReadOnlyCollection<string> ids, CancellationToken ct);
}

public sealed record ObjectKind<T>(string Name, string Path, int Layer) : ObjectKind(Name, Path, Layer)
    where T : MarkedObject
{
    public override async Task<MarkedObject> GetAsync(WeerbaarDb db, string id, CancellationToken ct) => await db.GetAsync<T>(id, ct);

    public override async Task<IReadOnlyList<MarkedObject>> AmongAsync(WeerbaarDb db, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        await db.Set<T>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct);
}

/// <summary>All kinds, by name.</summary>
public sealed class ObjectKinds(IEnumerable<ObjectKind> all)
{
    private readonly Dictionary<string, ObjectKind> byName = all.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public ObjectKind this[string name] => byName[name];

    public IReadOnlyCollection<ObjectKind> All => byName.Values;
}
