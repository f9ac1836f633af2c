using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;
using static Weerbaar.Tests.Backup.Copies;

namespace Weerbaar.Tests.Backup;

/// <summary>Everything out of one database and into another, of the same kind and of the other kind.</summary>
public sealed class BackupTests
{
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

        var refused = await Should.ThrowAsync<BadUse>(() => MoveAsync(source, target, meanwhile: () => WriteOneAsync(source, 0)));

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

    [Fact]
    public async Task What_one_keeps_beside_the_database_comes_along()
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(source.DataFolder, "organisations.yaml"), "- { code: AA, nl: a, en: a, kind: other }\n");
        await File.WriteAllTextAsync(Path.Combine(source.DataFolder, "journal-retention.json"), "{ \"read.\": 365 }\n");
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);

        await RestoreAsync(target, await BackupAsync(source));

        (await File.ReadAllTextAsync(Path.Combine(target.DataFolder, "methods", "own.yaml"))).ShouldBe("own: true\n");
        (await File.ReadAllTextAsync(Path.Combine(target.DataFolder, "organisations.yaml"))).ShouldContain("AA");
        (await File.ReadAllTextAsync(Path.Combine(target.DataFolder, "journal-retention.json"))).ShouldContain("365");
    }
}
