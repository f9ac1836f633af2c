using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
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

        (await HashesAsync(target)).ShouldBe(await HashesAsync(source));
        (await target.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_moved_is_what_was_there_row_for_row(DatabaseKind from, DatabaseKind to)
    {
        await using var source = await FilledAsync(from);
        await using var target = await EmptyPlace.CreateAsync(to);

        await source.AsConsoleAsync((db, _) => target.AsConsoleAsync((filled, _) => DatabaseCopy.IntoAsync(db, filled, CancellationToken.None)));

        (await HashesAsync(target)).ShouldBe(await HashesAsync(source));
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
        var writing = WriteAsync(source, stop.Token);

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
    [InlineData("\"Administrator\"", "\"Somebody\"", "is not what was read: person")]
    [InlineData("{\"weerbaarBackup\":1", "{\"weerbaarBackup\":9", "no backup of Weerbaar")]
    [InlineData("{\"table\":\"person\"", "{\"table\":\"persons\"", "no table persons")]
    [InlineData("{\"file\":\"methods/own.yaml\"", "{\"file\":\"../own.yaml\"", "not one of ours")]
    [InlineData("{\"file\":\"methods/own.yaml\"", "{\"file\":\"methods/../../own.yaml\"", "not one of ours")]
    [InlineData("{\"tables\":[", "[{\"tables\":[", "can't be read")]
    [InlineData("\"schema\":", "\"schema\":9", "Restore with that version")]
    public async Task A_backup_that_was_tampered_with_is_refused_whole(string was, string becomes, string says)
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);
        var lines = Unzipped(await BackupAsync(source));
        lines.ShouldContain(was);
        var first = lines.IndexOf(was, StringComparison.Ordinal);

        var wrong = await Should.ThrowAsync<BadUse>(() => RestoreAsync(target, Zipped(lines[..first] + becomes + lines[(first + was.Length)..])));

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
        (db, _) => new ReadBackup(db, place.DataFolder).FromAsync(new MemoryStream(backup), CancellationToken.None));

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
