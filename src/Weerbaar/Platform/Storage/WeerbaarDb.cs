using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// The database as one actor sees it. Every query is filtered to the actor's clearance here and nowhere else;
/// every write goes through <see cref="SaveAsync"/>.
/// </summary>
public sealed class WeerbaarDb(DbContextOptions<WeerbaarDb> options, CurrentActor current, TimeProvider clock, WriteLock writeLock)
    : DbContext(options)
{
    private bool saving;

    public Actor Actor => current.Actor;

    public DbSet<IndexedObject> Objects => Set<IndexedObject>();

    public DbSet<ThreadLink> Links => Set<ThreadLink>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    /// <summary>A property of the context, so that the filters take it as a parameter of each query.</summary>
    internal Marking Clearance => current.Actor.Clearance;

    /// <summary>The object with this id, as far as the actor may see it; <see cref="Rules.NotThere"/> otherwise.</summary>
    public async Task<T> GetAsync<T>(string id, CancellationToken ct) where T : Stored =>
        await Set<T>().FirstOrDefaultAsync(x => x.Id == id, ct)
        ?? throw new Rules.NotThere(typeof(T).Name.ToLowerInvariant(), id);

    /// <summary>Says which version the actor saw: the save is refused when somebody else saved since.</summary>
    public void Expect(Stored stored, long version) => Entry(stored).Property(x => x.Version).OriginalValue = version;

    /// <summary>
    /// The one way to write: checks permission and marking, raises versions, keeps index and thread,
    /// and writes the journal in the same transaction.
    /// </summary>
    public async Task SaveAsync(Change change, CancellationToken ct)
    {
        using var turn = await writeLock.TakeAsync(ct);
        saving = true;
        try
        {
            await new SavePath(this, clock).SaveAsync(change, ct);
        }
        finally
        {
            saving = false;
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
