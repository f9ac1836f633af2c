using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>
/// What a restore adds to what it put back: a session or link that was ended after the backup was made would work again,
/// so all of them end, and the journal says that what follows comes after a restore.
/// </summary>
internal static class AfterRestore
{
    public static async Task JournalAsync(WeerbaarDb db, BackupFile.Head backup, DateTimeOffset now, CancellationToken ct)
    {
        var change = new Change("backup.restore", string.Create(CultureInfo.InvariantCulture, $"of {backup.MadeAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        await db.RecordAsync(change, "backup", "all", Marking.DepartmentalConfidential, ct);
        (await db.Set<Session>().Where(s => s.EndedAt == null).ToListAsync(ct)).ForEach(s => s.End(now));
        (await db.Set<SignInLink>().Where(l => l.UsedAt == null).ToListAsync(ct)).Where(l => l.IsGood(now)).ToList().ForEach(l => l.Withdraw(now));
        await db.SaveAsync(change, ct);
    }
}
