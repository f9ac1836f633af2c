using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>Fills an empty database and data folder with what a backup holds: proved, and then kept, or nothing is kept.</summary>
public sealed class ReadBackup(WeerbaarDb db, string dataFolder, TimeProvider clock)
{
    /// <exception cref="BadUse">It is no backup, one of another version, damaged, or the database or the folder is not empty.</exception>
    public async Task<BackupFile.Foot> FromAsync(Stream stream, CancellationToken ct)
    {
        await using var all = await db.Database.BeginTransactionAsync(ct);
        await DatabaseCopy.RequireEmptyAsync(db, ct);
        var content = await FillAsync(stream, ct);
        await DatabaseCopy.ProveAsync(db, content.Foot.Tables, ct);
        await UnderCeiling.RequireAsync(db, ct);
        OwnFiles.RequirePlaces(dataFolder, content.Files);
        await AfterRestore.JournalAsync(db, content.Head, clock.GetUtcNow(), ct);
        await OwnFiles.KeepAsync(dataFolder, content.Files, () => all.CommitAsync(ct), ct);
        return content.Foot;
    }

    private async Task<BackupContent> FillAsync(Stream stream, CancellationToken ct)
    {
        await using var filling = new Filling(db);
        return await new BackupReader(TableShape.Of(db), await Migrations.NumberAsync(db, ct), filling).ReadAsync(stream, ct);
    }
}
