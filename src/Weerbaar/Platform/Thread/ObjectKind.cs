using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
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

    /// <summary>How objects stand, by id, as their own pages say beside the title; nothing for a kind without states.</summary>
    public abstract Task<IReadOnlyDictionary<string, Badge>> StatesAsync(IReadOnlyCollection<string> ids, IServiceProvider services, CancellationToken ct);

    /// <summary>States of a kind that follow from each object itself and the day it is.</summary>
    public static Func<IReadOnlyList<T>, IServiceProvider, CancellationToken, Task<IEnumerable<Badge>>> Each<T>(Func<T, DateOnly, Texts, Badge> state) =>
        (all, services, _) =>
        {
            var (day, texts) = (services.GetRequiredService<WeerbaarDb>().Day, services.GetRequiredService<Texts>());
            return Task.FromResult(all.Select(one => state(one, day, texts)));
        };

    /// <summary>Those of some ids that are of this kind, as far as the actor may see them.</summary>
    public abstract Task<IReadOnlyList<MarkedObject>> AmongAsync(WeerbaarDb db, IReadOnlyCollection<string> ids, CancellationToken ct);
}

public sealed record ObjectKind<T>(string Name, string Path, int Layer) : ObjectKind(Name, Path, Layer)
    where T : MarkedObject
{
    /// <summary>How each of some objects stands, in their order; null for a kind without states.</summary>
    public Func<IReadOnlyList<T>, IServiceProvider, CancellationToken, Task<IEnumerable<Badge>>>? States { get; init; }

    public override async Task<MarkedObject> GetAsync(WeerbaarDb db, string id, CancellationToken ct) => await db.GetAsync<T>(id, ct);

    public override async Task<IReadOnlyDictionary<string, Badge>> StatesAsync(IReadOnlyCollection<string> ids, IServiceProvider services, CancellationToken ct)
    {
        if (States is null || ids.Count == 0)
        {
            return new Dictionary<string, Badge>();
        }

        var all = await services.GetRequiredService<WeerbaarDb>().Set<T>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(ct);
        return all.Zip(await States(all, services, ct)).ToDictionary(s => s.First.Id, s => s.Second, StringComparer.Ordinal);
    }

    public override async Task<IReadOnlyList<MarkedObject>> AmongAsync(WeerbaarDb db, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        await db.Set<T>().AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct);
}

/// <summary>All kinds, by name.</summary>
public sealed class ObjectKinds(IEnumerable<ObjectKind> all)
{
    private readonly Dictionary<string, ObjectKind> byName = all.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public ObjectKind this[string name] => byName[name];

    public IReadOnlyCollection<ObjectKind> All => byName.Values;

    /// <summary>How one object stands; null when its kind has no states.</summary>
    public async Task<Badge?> StateAsync(IndexedObject subject, IServiceProvider services, CancellationToken ct) =>
        (await this[subject.Kind].StatesAsync([subject.Id], services, ct)).GetValueOrDefault(subject.Id);
}
