using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Backup;

/// <summary>Everything out of one database and into another, of the same kind and of the other kind.</summary>
public sealed class BackupTests
{
    private static readonly DateTimeOffset now = new(2026, 1, 31, 2, 0, 0, TimeSpan.Zero);

    public static IEnumerable<object[]> Ways => from one in Kinds from other in Kinds select new object[] { one, other };

    private static IEnumerable<DatabaseKind> Kinds => TestDatabase.PostgresServer is null ? [DatabaseKind.Sqlite] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_restored_is_what_was_there_row_for_row(DatabaseKind from, DatabaseKind to)
    {
        await using var source = await FilledAsync(from);
        await using var target = await EmptyPlace.CreateAsync(to);

        await RestoreAsync(target, await BackupAsync(source));

        (await HashesAsync(target)).Where(Kept).ShouldBe((await HashesAsync(source)).Where(Kept));
        await ShouldGoOnFromAsync(target, source, "backup.restore");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_moved_is_what_was_there_row_for_row(DatabaseKind from, DatabaseKind to)
    {
        await using var source = await FilledAsync(from);
        await using var target = await EmptyPlace.CreateAsync(to);

        await MoveAsync(source, target);

        (await HashesAsync(target)).Where(t => t.Name != "journal_entry").ShouldBe((await HashesAsync(source)).Where(t => t.Name != "journal_entry"));
        await ShouldGoOnFromAsync(target, source, "backup.move");
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_written_to_while_it_moved_is_not_moved(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        await using var target = await EmptyPlace.CreateAsync(kind);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(source, stop.Token));

        var refused = await Should.ThrowAsync<BadUse>(() => MoveAsync(source, target));
        await stop.CancelAsync();
        await writing;

        refused.Message.ShouldContain("stop the program and move again");
        (await HashesAsync(target)).ShouldAllBe(t => t.Rows == 0);
    }

    [Theory, OnEveryDatabase]
    public async Task After_a_restore_nobody_is_signed_in_and_no_link_signs_in(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        await using var target = await EmptyPlace.CreateAsync(kind);
        await source.AsConsoleAsync(async (db, services) =>
        {
            var moment = services.GetRequiredService<TimeProvider>().GetUtcNow();
            db.Add(new Session("s", "a", SignInMethod.Passkey, "Device", moment));
            db.Add(new SignInLink("token", "a", moment.AddDays(1)));
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return true;
        });

        await RestoreAsync(target, await BackupAsync(source));

        await target.AsConsoleAsync(async (db, services) =>
        {
            var moment = services.GetRequiredService<TimeProvider>().GetUtcNow();
            (await db.Set<Session>().ToListAsync()).ShouldHaveSingleItem().IsOpen(moment).ShouldBeFalse();
            (await db.Set<SignInLink>().ToListAsync()).ShouldNotBeEmpty();
            (await db.Set<SignInLink>().ToListAsync()).ShouldAllBe(l => !l.IsGood(moment));
            return true;
        });
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_is_journalled_before_it_is_there(DatabaseKind kind)
    {
        await using var site = await FilledAsync(kind);
        var path = Path.Combine(site.DataFolder, "b");

        await BackUpAtAsync(site, path);

        var last = await LastAsync(site);
        (last.Verb, last.ActorId, last.Reason, last.Marking).ShouldBe(("backup.write", "console", "b (open)", Marking.DepartmentalConfidential));
        File.Exists(path).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_whose_journal_does_not_hold_gives_no_backup(DatabaseKind kind)
    {
        await using var site = await FilledAsync(kind);
        await site.AsConsoleAsync((db, _) => db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite
            ? "DROP TRIGGER journal_entry_not_changed; UPDATE journal_entry SET reason = 'altered' WHERE seq = 3"
            : "ALTER TABLE journal_entry DISABLE TRIGGER ALL; UPDATE journal_entry SET reason = 'altered' WHERE seq = 3"));
        var path = Path.Combine(site.DataFolder, "b");

        (await Should.ThrowAsync<BadUse>(() => BackUpAtAsync(site, path))).Message.ShouldContain("Entry 3 was altered");

        Directory.GetFiles(site.DataFolder, "b*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_that_the_disk_changed_is_found_when_it_is_read_back()
    {
        await using var site = await FilledAsync(DatabaseKind.Sqlite);
        var path = Path.Combine(site.DataFolder, "b");
        var lines = Unzipped(await BackupAsync(site));
        await File.WriteAllBytesAsync(path, Zipped(lines.Replace("\"Administrator\"", "\"Administratos\"", StringComparison.Ordinal)));

        var found = await Should.ThrowAsync<BadUse>(() => site.AsConsoleAsync(async (db, _) =>
        {
            await BackupOnDisk.ProveAsync(path, null, db, CancellationToken.None);
            return true;
        }));

        found.Message.ShouldContain("does not hold what its foot says");
        found.Message.ShouldContain("person");
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over_and_nothing_else_is_kept()
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(source.DataFolder, "methods", "another.yaml"), "another: true\n");
        var mine = Path.Combine(target.DataFolder, "methods", "own.yaml");
        Directory.CreateDirectory(Path.GetDirectoryName(mine)!);
        await File.WriteAllTextAsync(mine, "mine: true\n");

        (await Should.ThrowAsync<BadUse>(async () => await RestoreAsync(target, await BackupAsync(source)))).Message.ShouldContain("is there already");

        (await HashesAsync(target)).ShouldAllBe(t => t.Rows == 0);
        Directory.GetFiles(Path.GetDirectoryName(mine)!).ShouldBe([mine]);
        (await File.ReadAllTextAsync(mine)).ShouldBe("mine: true\n");
    }

    [Theory, OnEveryDatabase]
    public async Task One_letter_changed_changes_the_hash_of_its_table_only(DatabaseKind kind)
    {
        await using var site = await FilledAsync(kind);
        var before = await HashesAsync(site);
        await site.AsConsoleAsync((db, _) => db.Database.ExecuteSqlRawAsync("UPDATE person SET name = 'B' || substr(name, 2)"));

        (await HashesAsync(site)).Except(before).Select(t => t.Name).ShouldBe(["person"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_backup_made_while_others_write_is_of_one_moment(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        await using var target = await EmptyPlace.CreateAsync(kind);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(source, stop.Token));

        var backup = await BackupAsync(source);
        await stop.CancelAsync();
        await writing;
        await RestoreAsync(target, backup);

        (await target.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_is_restored_over_what_is_there(DatabaseKind kind)
    {
        await using var source = await FilledAsync(kind);
        var backup = await BackupAsync(source);
        var before = await HashesAsync(source);

        (await Should.ThrowAsync<BadUse>(() => RestoreAsync(source, backup))).Message.ShouldContain("not empty");

        (await HashesAsync(source)).ShouldBe(before);
    }

    [Theory]
    [InlineData("\"Administrator\"", "\"Somebody\"", "does not hold what its foot says: person")]
    [InlineData("own: true", "own: false", "does not hold what its foot says: methods/own.yaml")]
    [InlineData("{\"weerbaarBackup\":1", "{\"weerbaarBackup\":9", "no backup of Weerbaar")]
    [InlineData("{\"table\":\"person\"", "{\"table\":\"persons\"", "no table persons")]
    [InlineData("methods/own.yaml", "../own.yaml", "not one of ours")]
    [InlineData("methods/own.yaml", "methods/../../own.yaml", "not one of ours")]
    [InlineData("{\"tables\":[", "[{\"tables\":[", "can't be read")]
    [InlineData("\"schema\":", "\"schema\":9", "Restore with that version")]
    public async Task A_backup_that_was_tampered_with_is_refused_whole(string was, string becomes, string says)
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);
        var lines = Unzipped(await BackupAsync(source));
        lines.ShouldContain(was);
        var first = lines.IndexOf(was, StringComparison.Ordinal);
        var changed = lines[..first] + becomes + lines[(first + was.Length)..];

        var wrong = await Should.ThrowAsync<BadUse>(() => RestoreAsync(target, Zipped(becomes.Contains("..", StringComparison.Ordinal) ? lines.Replace(was, becomes, StringComparison.Ordinal) : changed)));

        wrong.Message.ShouldContain(says);
        (await HashesAsync(target)).ShouldAllBe(t => t.Rows == 0);
        Directory.Exists(Path.Combine(target.DataFolder, "methods")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_without_its_foot_is_refused()
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);
        var lines = Unzipped(await BackupAsync(source));

        var cut = lines[..lines.IndexOf("{\"tables\":", StringComparison.Ordinal)];

        (await Should.ThrowAsync<BadUse>(() => RestoreAsync(target, Zipped(cut)))).Message.ShouldContain("cut off");
    }

    [Fact]
    public async Task Method_editions_of_ones_own_come_along()
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);

        await RestoreAsync(target, await BackupAsync(source));

        (await File.ReadAllTextAsync(Path.Combine(target.DataFolder, "methods", "own.yaml"))).ShouldBe("own: true\n");
    }

    private static async Task<TestSite> FilledAsync(DatabaseKind kind)
    {
        var site = await TestSite.StartAsync(kind);
        await site.AsConsoleAsync(async (db, services) =>
        {
            db.Add(new Person("a", "Administrator", "a@example.org", Role.Administrator, Marking.DepartmentalConfidential));
            await db.SaveAsync(new Change("test", "with \"quotes\", é and ; in it"), CancellationToken.None);
            await services.GetRequiredService<ExampleLoader>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", "nl-2007"), CancellationToken.None);
            return true;
        });
        Directory.CreateDirectory(Path.Combine(site.DataFolder, "methods"));
        await File.WriteAllTextAsync(Path.Combine(site.DataFolder, "methods", "own.yaml"), "own: true\n");
        return site;
    }

    /// <summary>A restore ends sessions and links and says so in the journal; all the rest is as it was.</summary>
    private static bool Kept(CopiedTable table) => table.Name is not ("journal_entry" or "session" or "sign_in_link");

    private static async Task ShouldGoOnFromAsync(IPlace target, IPlace source, string verb)
    {
        var (before, after) = (await JournalAsync(source), await JournalAsync(target));
        after.Take(before.Count).Select(e => e.Hash).ShouldBe(before.Select(e => e.Hash));
        after.Count.ShouldBeGreaterThan(before.Count);
        after.Skip(before.Count).ShouldAllBe(e => e.Verb == verb && e.ActorId == "console");
        (await target.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    private static Task<List<JournalEntry>> JournalAsync(IPlace place) =>
        place.AsConsoleAsync((db, _) => db.Journal.AsNoTracking().OrderBy(e => e.Seq).ToListAsync());

    private static async Task<JournalEntry> LastAsync(IPlace place) => (await JournalAsync(place))[^1];

    private static Task MoveAsync(IPlace from, IPlace to) =>
        from.AsConsoleAsync((db, _) => to.AsConsoleAsync((filled, _) => DatabaseCopy.IntoAsync(db, filled, CancellationToken.None)));

    private static Task BackUpAtAsync(TestSite site, string path) =>
        site.AsConsoleAsync((db, _) => BackupOnDisk.WriteAsync(path, null, db, site.DataFolder, now, CancellationToken.None));

    private static async Task WriteAsync(TestSite site, CancellationToken until)
    {
        for (var i = 0; !until.IsCancellationRequested; i++)
        {
            await site.AsConsoleAsync(async (db, _) =>
            {
                db.Add(new Person($"w{i}", "Writer", $"w{i}@example.org", Role.Reader, Marking.Public));
                await db.SaveAsync(new Change("test"), CancellationToken.None);
                return true;
            });
        }
    }

    private static Task<byte[]> BackupAsync(TestSite site) => site.AsConsoleAsync(async (db, _) =>
    {
        using var file = new MemoryStream();
        await WriteBackup.ToAsync(file, db, site.DataFolder, now, CancellationToken.None);
        return file.ToArray();
    });

    private static Task<BackupFile.Foot> RestoreAsync(IPlace place, byte[] backup) => place.AsConsoleAsync(
        (db, services) => new ReadBackup(db, place.DataFolder, services.GetRequiredService<TimeProvider>()).FromAsync(new MemoryStream(backup), CancellationToken.None));

    private static Task<IReadOnlyList<CopiedTable>> HashesAsync(IPlace place) =>
        place.AsConsoleAsync(async (db, _) =>
        {
            await db.Database.OpenConnectionAsync();
            return await DatabaseCopy.HashesAsync(db, CancellationToken.None);
        });

    private static string Unzipped(byte[] backup)
    {
        using var lines = new StreamReader(new GZipStream(new MemoryStream(backup), CompressionMode.Decompress));
        return lines.ReadToEnd();
    }

    private static byte[] Zipped(string lines)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(lines));
        }

        return file.ToArray();
    }
}
