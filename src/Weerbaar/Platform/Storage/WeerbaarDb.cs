using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// The database as one actor sees it. Every query is filtered to the actor's clearance here and nowhere else;
/// every write goes through <see cref="SaveAsync"/>.
/// </summary>
public sealed class WeerbaarDb(
    DbContextOptions<WeerbaarDb> options, CurrentActor current, TimeProvider clock, WriteLock writeLock, MarkingCeiling ceiling, CheckpointKey key) : DbContext(options)
{
    /// <summary>Nothing that is stored has it, so nothing is saved over what is there.</summary>
    private const long noRevision = 0;

    private bool saving;

    internal List<Stored> Relied { get; } = [];

    public Actor Actor => current.Actor;

    /// <summary>Who acts in which request, and what was read in it.</summary>
    internal CurrentActor Current => current;

    public DbSet<IndexedObject> Objects => Set<IndexedObject>();

    public DbSet<ThreadLink> Links => Set<ThreadLink>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    /// <summary>A property of the context, so that the filters take it as a parameter of each query.</summary>
    internal Marking Clearance => ceiling.Cap(current.Actor.Clearance);

    /// <summary>The day on which markings hold or have fallen.</summary>
    internal DateOnly Today => clock.Today();

    /// <summary>The moment it is for who reads: now, or the moment in the past that is looked at.</summary>
    public DateTimeOffset Now => current.Past?.At ?? clock.GetUtcNow();

    /// <summary>The day it is for who reads, by which something is due or late.</summary>
    public DateOnly Day => Now.Day();

    /// <summary>Cleared for all that may be here.</summary>
    internal bool IsFullyCleared => Clearance == ceiling.Highest;

    /// <summary>The program itself, and not in the place of a reader who may see less.</summary>
    internal bool SeesEverything => ReferenceEquals(current.Actor, Actor.Console);

    internal MarkingCeiling Ceiling => ceiling;

    /// <summary>What was read so far; null while something is looked up in order to write.</summary>
    internal SeenObjects? Seen => saving ? null : current.Seen;

    /// <summary>The organisations of the actor, each as it stands in a release list.</summary>
    internal string[] Releases => [.. current.Actor.Organisations.Order(StringComparer.Ordinal).Select(ReleaseList.Entry)];

    /// <summary>Who something is made for, as it stands in a release list; null for the actor.</summary>
    internal string? Recipient => current.Actor.Recipient is { } code ? ReleaseList.Entry(code) : null;

    /// <summary>The objects opened in an emergency, as one text that a query can look in.</summary>
    internal string Opened => ReleaseList.Of(current.Actor.Opened.Keys.Where(IsOpen));

    /// <summary>The object with this id, as far as the actor may see it; <see cref="Rules.NotThere"/> otherwise.</summary>
    public async Task<T> GetAsync<T>(string id, CancellationToken ct) where T : Stored =>
        await Set<T>().FirstOrDefaultAsync(x => x.Id == id, ct)
        ?? throw new Rules.NotThere(typeof(T).Name.ToLowerInvariant(), id);

    /// <summary>The object with this id if the actor may do this to it; who may to nothing learns nothing of it.</summary>
    public async Task<T> GetAsync<T>(string id, Permission needed, CancellationToken ct) where T : Stored
    {
        Actor.NeedSomewhere(needed);
        var found = await GetAsync<T>(id, ct);
        Actor.Need(needed, found);
        return found;
    }

    /// <summary>Says whose permissions what is written now is done by; null for the actor's own.</summary>
    internal void ActFor(string? personId)
    {
        if (current.Actor.OnBehalfOf != personId)
        {
            current.Actor = current.Actor with { OnBehalfOf = personId };
        }
    }

    /// <summary>Up to which marking the actor reads the passages in something that is stored.</summary>
    internal Marking SightOf(object stored) => stored switch
    {
        _ when current.Actor.Opened.Count == 0 => Clearance,
        MarkedObject one => SightOf([one.Id]),
        IndexedObject one => SightOf([one.Id]),
        JournalEntry entry => SightOf(entry.AlsoOf.Length == 0 ? [entry.ObjectId] : [entry.ObjectId, entry.AlsoOf]),
        Part part => SightOf(part.OwnerIds),
        _ => Clearance,
    };

    /// <summary>The marking of what the actor makes: as they ask, otherwise internal, or lower where they may see no more.</summary>
    public Marking MarkingOfNew(Marking? asked) => asked ?? (Marking)Math.Min((int)Marking.Internal, (int)Clearance);

    /// <summary>Says which version the actor saw, as they know it: the save is refused when somebody changed what they see since.</summary>
    public void Expect(Stored stored, long version)
    {
        if (stored.Version != version)
        {
            Entry(stored).Property(x => x.Revision).OriginalValue = noRevision;
        }
    }

    /// <summary>The object with an id as the actor saw it, or, where the actor saw none (version 0), that object newly made.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It was there when it was seen, and is not any more.</exception>
    public async Task<T> SeenOrNewAsync<T>(string id, long version, Func<T> make, CancellationToken ct) where T : Stored
    {
        if (await Set<T>().FirstOrDefaultAsync(x => x.Id == id, ct) is { } found)
        {
            Expect(found, version);
            return found;
        }

        return version == 0 ? Add(make()).Entity : throw new DbUpdateConcurrencyException("What was seen is not there any more.");
    }

    /// <summary>
    /// Says that the next save was decided on this being as it was read: the save is refused when somebody changed it
    /// since, and nobody can until the save is done.
    /// </summary>
    public void RelyOn(Stored stored) => Relied.Add(stored);

    /// <summary>
    /// The one way to write: checks permission and marking, raises versions, keeps index and thread,
    /// and writes the journal in the same transaction.
    /// </summary>
    public Task SaveAsync(Change change, CancellationToken ct) =>
        WriteAsync(path => path.SaveAsync(change, ct), ct);

    /// <summary>Journals what left the program (a report, a table) without changing anything; nothing else may be waiting to be saved.</summary>
    /// <param name="change">What was done, and in the reason with what.</param>
    /// <param name="kind">The kind of the object it is filed under, or of thing that left.</param>
    /// <param name="objectId">The object it is filed under, or the name of what left.</param>
    /// <param name="marking">The highest marking of what left: who may read the entry.</param>
    /// <param name="ct">Stops before anything is written.</param>
    public Task RecordAsync(Change change, string kind, string objectId, Marking marking, CancellationToken ct) =>
        ChangeTracker.HasChanges()
            ? throw new InvalidOperationException("Save what changed before recording what left.")
            : RecordAsync(new JournalDraft(kind, objectId, "", marking, "", ""), change, ct);

    /// <summary>Says that a file is about to leave, made of what was read so far: the desk of departures weighs and journals it.</summary>
    public void Leaves(ExportedFile file) => current.Leaving = file;

    /// <summary>Journals what was done without changing anything here.</summary>
    internal Task RecordAsync(JournalDraft draft, Change change, CancellationToken ct) => current.Past is { } past
        ? past.RecordNowAsync(draft, change, current, ct)
        : RecordAsync([new(draft, change, current)], ct);

    /// <summary>The same of several requests at once.</summary>
    internal Task RecordAsync(IReadOnlyList<UnwrittenEntry> entries, CancellationToken ct) => WriteAsync(path => path.RecordAsync(entries, ct), ct);

    private Marking SightOf(IReadOnlyList<string> ids) => ids.All(IsOpen) ? ceiling.Highest : Clearance;

    /// <summary>Somebody may stay connected for longer than what they opened is open.</summary>
    private bool IsOpen(string id) => current.Actor.Opened.TryGetValue(id, out var until) && clock.GetUtcNow() < until;

    /// <summary>In turn with other writes, and with what a refusal of the database means.</summary>
    internal async Task WriteAsync(Func<SavePath, Task> write, CancellationToken ct)
    {
        if (current.Past is not null)
        {
            throw new Rules.BrokenRule("journal.error.on-reads");
        }

        using var turn = await writeLock.TakeAsync(ct);
        saving = true;
        try
        {
            await write(new SavePath(this, clock, key));
        }
        catch (Exception crossed) when (Storage.Database.IsDeadlock(crossed))
        {
            throw new DbUpdateConcurrencyException("Two changes waited for each other; this one was given up.", crossed);
        }
        catch (DbUpdateException refused) when (Taken.Meaning(refused, Model) is { } meaning)
        {
            throw meaning;
        }
        finally
        {
            saving = false;
            Relied.Clear();
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        saving
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new InvalidOperationException("Write through SaveAsync, which keeps the journal.");

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Write through SaveAsync, which keeps the journal.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DatabaseModel.Conventions(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => DatabaseModel.Build(modelBuilder, this);
}
