using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Storage;

/// <summary>What happens at every write, in one transaction (the caller's, if there is one): permission, marking, version, index, thread, journal.</summary>
internal sealed class SavePath(WeerbaarDb db, TimeProvider clock, CheckpointKey key)
{
    /// <summary>PostgreSQL's lock on the journal: one writer appends at a time, so numbers follow the order of commit.</summary>
    private const long journalLock = 7361_2007;

    /// <summary>On which PostgreSQL tells, at the commit, that the journal grew.</summary>
    internal const string JournalChannel = "weerbaar_journal";

    public async Task SaveAsync(Change change, CancellationToken ct)
    {
        var entries = db.ChangeTracker.Entries<Stored>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (entries.Count == 0)
        {
            return;
        }

        entries.ForEach(Check);
        db.ActFor(entries.Select(e => db.Actor.BehalfFor(e.Entity.NeededToWrite, Place.Of(e.Entity))).OfType<string>().FirstOrDefault());
        new KeepPassages(db, db.Ceiling).In(entries);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await HoldAsync(ct);
        await IndexAsync(entries, ct);
        var changes = await ShownChange.OfAsync(entries, db, ct);
        changes.ForEach(RaiseRevision);
        var drafts = await JournalDraft.OfAsync(changes, db, ct);
        await db.SaveChangesAsync(ct);
        await AppendAsync([.. drafts.Select(d => new UnwrittenEntry(d, change, db.Current))], ct);
        if (own is not null)
        {
            await own.CommitAsync(ct);
        }

        entries.ForEach(e => ReadAsActor.Bind(db, e.Entity));
    }

    public Task RecordAsync(JournalDraft draft, Change change, CancellationToken ct) => RecordAsync([new(draft, change, db.Current)], ct);

    /// <summary>Journals what changed nothing here: what was read, was refused, or left the program.</summary>
    public async Task RecordAsync(IReadOnlyList<UnwrittenEntry> entries, CancellationToken ct)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await AppendAsync(entries, ct);
        await (own?.CommitAsync(ct) ?? Task.CompletedTask);
    }

    /// <summary>A checkpoint at the last entry; the one that is there when it has one.</summary>
    public async Task<JournalCheckpoint?> CheckpointAsync(CancellationToken ct)
    {
        var head = await db.Journal.IgnoreQueryFilters().AsNoTracking().OrderByDescending(e => e.Seq).FirstOrDefaultAsync(ct);
        if (head is null)
        {
            return null;
        }

        if (await db.Set<JournalCheckpoint>().AsNoTracking().FirstOrDefaultAsync(c => c.Seq == head.Seq, ct) is { } there)
        {
            return there.KeyId == key.Id ? there : JournalCheckpoint.Of(head.Seq, head.Hash, clock.GetUtcNow(), key);
        }

        var made = JournalCheckpoint.Of(head.Seq, head.Hash, clock.GetUtcNow(), key);
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return made;
    }

    private void Check(EntityEntry<Stored> entry)
    {
        Need(entry.Entity.NeededToWrite, entry);
        entry.Properties.ToList().ForEach(CheckWord);
        if (entry.Entity is Person person)
        {
            db.Ceiling.Check("clearance", person.Clearance);
        }

        if (entry.Entity is MarkedObject marked)
        {
            CheckMarking(marked, entry);
        }

        if (entry is { Entity: MarkedObject, State: EntityState.Modified } && entry.Property(nameof(MarkedObject.Marking)).IsModified)
        {
            Need(Permission.SetMarking, entry);
        }
    }

    /// <summary>Who may do this only to some objects may do it to this one, as it was and as it becomes: it can't be taken over or given away.</summary>
    private void Need(Permission permission, EntityEntry<Stored> entry)
    {
        db.Actor.Need(permission, entry.Entity);
        if (entry.State == EntityState.Modified && !db.Actor.May(permission))
        {
            db.Actor.Need(permission, (Stored)entry.OriginalValues.ToObject());
        }
    }

    /// <summary>What was opened in an emergency is for reading: it is above the clearance before it is above it after.</summary>
    private void CheckMarking(MarkedObject marked, EntityEntry<Stored> entry)
    {
        db.Ceiling.Check("marking", marked.Marking);
        if (marked.Marking > db.Clearance || (entry.State == EntityState.Modified && (Marking)entry.Property(nameof(MarkedObject.Marking)).OriginalValue! > db.Clearance))
        {
            throw new Forbidden(Permission.SetMarking);
        }

        if (entry.State == EntityState.Added)
        {
            marked.FirstMarked(db.Actor.Name, clock.GetUtcNow());
        }
    }

    /// <summary>An enumeration holds one of its words, wherever the value came from.</summary>
    private static void CheckWord(PropertyEntry property)
    {
        var type = property.Metadata.ClrType;
        if (type.IsEnum && !Enum.IsDefined(type, property.CurrentValue!))
        {
            throw new InvalidInput(JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), "rules.word", EnumWords.Of(type));
        }
    }

    private static void RaiseRevision(ShownChange change)
    {
        if (change.Entry is { State: EntityState.Modified } entry)
        {
            entry.Entity.Revision = entry.Property(x => x.Revision).OriginalValue + 1;
            if (change.IsHidden)
            {
                entry.Property(x => x.HiddenChanges).CurrentValue = entry.Entity.HiddenChanges.And(change.From);
            }
        }
    }

    /// <summary>Looks whether what the change was decided on is still so, and holds it until the change is written.</summary>
    private async Task HoldAsync(CancellationToken ct)
    {
        var hold = db.Database.IsNpgsql() ? " FOR SHARE" : "";
        foreach (var relied in db.Relied)
        {
            var sql = "SELECT revision AS \"Value\" FROM " + db.Model.FindEntityType(relied.GetType())!.GetTableName() + " WHERE id = {0}" + hold;
            var found = await db.Database.SqlQueryRaw<long>(sql, relied.Id).ToListAsync(ct);
            if (found is not [var revision] || revision != relied.Revision)
            {
                throw new DbUpdateConcurrencyException("What this was decided on was changed meanwhile.");
            }
        }
    }

    private async Task IndexAsync(List<EntityEntry<Stored>> entries, CancellationToken ct)
    {
        var marked = entries.Where(e => e.Entity is MarkedObject).Select(e => (Object: (MarkedObject)e.Entity, e.State)).ToList();
        var ids = marked.Select(m => m.Object.Id).ToList();
        var indexed = await db.Objects.IgnoreQueryFilters().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var links = await db.Links.IgnoreQueryFilters().Where(l => ids.Contains(l.FromId)).ToListAsync(ct);
        foreach (var (marked1, state) in marked)
        {
            Index(marked1, state, indexed.GetValueOrDefault(marked1.Id));
            Link(marked1, state, [.. links.Where(l => l.FromId == marked1.Id)]);
        }
    }

    private void Index(MarkedObject subject, EntityState state, IndexedObject? indexed)
    {
        if (state == EntityState.Deleted)
        {
            db.Objects.Remove(indexed!);
        }
        else if (state == EntityState.Added && indexed is not null)
        {
            throw new AlreadyThere();
        }
        else if (indexed is null)
        {
            db.Objects.Add(IndexedObject.Of(subject));
        }
        else
        {
            (indexed.Title, indexed.Marking, indexed.Invented) = (subject.Title, subject.Marking, subject.Invented);
            (indexed.MarkedUntil, indexed.FallsTo, indexed.ReleasedTo, indexed.Tlp) =
                (subject.MarkedUntil, subject.FallsTo, subject.ReleasedTo, subject.Tlp);
        }
    }

    private void Link(MarkedObject subject, EntityState state, List<ThreadLink> old)
    {
        var wanted = state == EntityState.Deleted ? [] : subject.AllItRestsOn.ToHashSet(StringComparer.Ordinal);
        db.Links.RemoveRange(old.Where(l => !wanted.Contains(l.ToId)));
        db.Links.AddRange(wanted.Except(old.Select(l => l.ToId)).Select(to => new ThreadLink { FromId = subject.Id, ToId = to }));
    }

    private async Task AppendAsync(IReadOnlyList<UnwrittenEntry> entries, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({journalLock}), pg_notify({JournalChannel}, '')", ct);
        }

        var head = await db.Journal.IgnoreQueryFilters().AsNoTracking().OrderByDescending(e => e.Seq)
            .Select(e => new { e.Seq, e.Hash, e.At }).FirstOrDefaultAsync(ct);
        var (seq, prev, at) = (head?.Seq ?? 0, head?.Hash ?? JournalEntry.Beginning, clock.GetUtcNow());
        var keys = await PersonKeys.OrNewAsync(db, entries.SelectMany(e => e.Persons), ct);
        foreach (var unwritten in entries)
        {
            var entry = unwritten.At(++seq, at, keys, prev);
            db.Journal.Add(entry);
            prev = entry.Hash;
        }

        if (JournalCheckpoint.IsDue(head?.Seq ?? 0, head?.At ?? default, seq, at))
        {
            db.Add(JournalCheckpoint.Of(seq, prev, at, key));
        }

        await db.SaveChangesAsync(ct);
    }
}
