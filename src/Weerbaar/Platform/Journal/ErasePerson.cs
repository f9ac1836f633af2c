using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Makes what the journal says of a person unreadable for good: the key it is sealed with is destroyed. The entries and
/// the chain stay. The person's own row loses name and address, and what keeps a copy of the name loses that; their ways of
/// signing in and their devices go;
/// whoever still may sign in can't be erased.
/// </summary>
public static class ErasePerson
{
    /// <returns>How many entries of the old form name the person in plain words: those can't be made unreadable.</returns>
    public static async Task<int> HandleAsync(string personId, string reason, WeerbaarDb db, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        new InputCheck().Reason(reason).ThrowIfAny();
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == personId, ct);
        if (person is null && !await db.Set<PersonKey>().AnyAsync(k => k.PersonId == personId, ct))
        {
            throw new NotThere("person", personId);
        }

        if (person is { Disabled: false })
        {
            throw new BrokenRule("journal.rule.erase-blocked");
        }

        var names = await CopiedNames.OfAsync(personId, db, ct);
        person?.Change(CopiedNames.Erased, $"{personId}@erased.invalid", person.Clearance);
        await WaysIn.RemoveOwnAsync(db, personId, ct);
        db.RemoveRange(await db.Set<Session>().Where(s => s.PersonId == personId).ToListAsync(ct));
        (await db.Set<OpenIdSubject>().Where(s => s.PersonId == personId).ToListAsync(ct)).ForEach(s => s.Forget());
        await DestroyAsync(personId, names, new Change("journal.erase-person", reason.Trim()), db, clock.GetUtcNow(), ct);
        return await db.Journal.CountAsync(e => e.Form == 1 && (e.ActorId == personId || (e.Kind == "person" && e.ObjectId == personId)), ct);
    }

    private static async Task DestroyAsync(string personId, IReadOnlyList<string> names, Change change, WeerbaarDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(ct);
            await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete = ON", ct);
        }

        await db.WriteAsync(async path =>
        {
            await using var all = await db.Database.BeginTransactionAsync(ct);
            await (db.ChangeTracker.HasChanges() ? path.SaveAsync(change, ct)
                : path.RecordAsync(new JournalDraft("person", personId, "", Marking.DepartmentalConfidential, "", ""), change, ct));
            await CopiedNames.RemoveAsync(personId, names, db, ct);
            await db.Database.ExecuteSqlAsync($"UPDATE person_key SET secret = '', erased_at = {now.UtcDateTime} WHERE person_id = {personId} OR person_id IN (SELECT {ApiClient.ActorIdOf("")} || id FROM api_client WHERE owner_id = {personId})", ct);
            await all.CommitAsync(ct);
        }, ct);
        if (db.Database.IsSqlite())
        {
            await db.Database.SqlQuery<int>($"PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(ct);
        }
    }
}
