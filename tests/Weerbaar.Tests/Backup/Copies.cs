using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Backup;

/// <summary>A filled site, and what the tests of backups do with it.</summary>
internal static class Copies
{
    private static readonly DateTimeOffset now = new(2026, 1, 31, 2, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<DatabaseKind, Lazy<Task<TestDatabase>>> filled = Enum.GetValues<DatabaseKind>().ToDictionary(k => k, k => new Lazy<Task<TestDatabase>>(() => FillAsync(k)));

    /// <summary>A copy of a database that holds all of the illustration and what that refers to, loaded once.</summary>
    public static async Task<TestSite> FilledAsync(DatabaseKind kind)
    {
        var illustration = await filled[kind].Value;
        var database = await illustration.CopyAsync();
        File.Copy(Path.Combine(illustration.Folder, "journal-key.pem"), Path.Combine(database.Folder, "journal-key.pem"));
        Directory.CreateDirectory(Path.Combine(database.Folder, "methods"));
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "methods", "own.yaml"), "own: true\n");
        return await TestSite.StartOnAsync(database, TimeProvider.System);
    }

    private static async Task<TestDatabase> FillAsync(DatabaseKind kind)
    {
        var site = await TestSite.StartAsync(kind);
        await site.AsConsoleAsync(async (db, services) =>
        {
            db.AddRange(new Person("a", "Administrator", "a@example.org", Marking.DepartmentalConfidential), TestSite.OfPerson("a", Role.Administrator));
            await db.SaveAsync(new Change("test", "with \"quotes\", é and ; in it"), CancellationToken.None);
            await services.GetRequiredService<ExampleLoader>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", "nl-2007"), CancellationToken.None);
            return true;
        });
        await site.AsConsoleAsync(async (_, services) =>
        {
            await services.GetRequiredService<ExampleLoader>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", "illustration"), CancellationToken.None);
            return true;
        });
        return await site.StopAsync();
    }

    /// <summary>A restore ends sessions and links and says so in the journal; all the rest is as it was.</summary>
    public static bool Kept(CopiedTable table) => table.Name is not ("journal_entry" or "session" or "sign_in_link");

    public static async Task ShouldGoOnFromAsync(IPlace target, IPlace source, string verb)
    {
        var (before, after) = (await JournalAsync(source), await JournalAsync(target));
        after.Take(before.Count).Select(e => e.Hash).ShouldBe(before.Select(e => e.Hash));
        after.Count.ShouldBeGreaterThan(before.Count);
        after.Skip(before.Count).ShouldAllBe(e => e.Verb == verb && e.ActorId == "console");
        (await target.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    public static Task<List<JournalEntry>> JournalAsync(IPlace place) =>
        place.AsConsoleAsync((db, _) => db.Journal.AsNoTracking().OrderBy(e => e.Seq).ToListAsync());

    public static async Task<JournalEntry> LastAsync(IPlace place) => (await JournalAsync(place))[^1];

    /// <param name="meanwhile">What others do once everything was read, just before the copy is kept.</param>
    public static Task MoveAsync(IPlace from, IPlace to, Func<Task>? meanwhile = null) =>
        from.AsConsoleAsync((db, _) => to.AsConsoleAsync((filled, _) =>
        {
            filled.SavingChanges += (_, _) => meanwhile?.Invoke().GetAwaiter().GetResult();
            return DatabaseCopy.IntoAsync(db, filled, CancellationToken.None);
        }));

    public static Task BackUpAtAsync(TestSite site, string path) =>
        site.AsConsoleAsync((db, _) => BackupOnDisk.WriteAsync(path, null, db, site.DataFolder, now, CancellationToken.None));

    public static async Task WriteAsync(TestSite site, CancellationToken until)
    {
        for (var i = 0; !until.IsCancellationRequested; i++)
        {
            await WriteOneAsync(site, i);
        }
    }

    public static Task WriteOneAsync(TestSite site, int number) => site.AsConsoleAsync(async (db, _) =>
    {
        db.Add(new Person($"w{number}", "Writer", $"w{number}@example.org", Marking.Public));
        await db.SaveAsync(new Change("test"), CancellationToken.None);
        return true;
    });

    public static Task<byte[]> BackupAsync(TestSite site) => site.AsConsoleAsync(async (db, _) =>
    {
        using var file = new MemoryStream();
        await WriteBackup.ToAsync(file, db, site.DataFolder, now, CancellationToken.None);
        return file.ToArray();
    });

    public static Task<BackupFile.Foot> RestoreAsync(IPlace place, byte[] backup) => place.AsConsoleAsync(
        (db, services) => new ReadBackup(db, place.DataFolder, services.GetRequiredService<TimeProvider>()).FromAsync(new MemoryStream(backup), CancellationToken.None));

    public static Task<IReadOnlyList<CopiedTable>> HashesAsync(IPlace place) =>
        place.AsConsoleAsync(async (db, _) =>
        {
            await db.Database.OpenConnectionAsync();
            return await DatabaseCopy.HashesAsync(db, CancellationToken.None);
        });

    public static string Unzipped(byte[] backup)
    {
        using var lines = new StreamReader(new GZipStream(new MemoryStream(backup), CompressionMode.Decompress));
        return lines.ReadToEnd();
    }

    public static byte[] Zipped(string lines)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(lines));
        }

        return file.ToArray();
    }
}
