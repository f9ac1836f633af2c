using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using static Weerbaar.Tests.Backup.Copies;

namespace Weerbaar.Tests.Backup;

/// <summary>Backups that are not as they were written, or have no empty place to go: nothing of them is kept.</summary>
public sealed class RefusedBackupTests
{
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
    [InlineData("UPDATE indexed_object SET marking = 4 WHERE kind = 'threat'")]
    [InlineData("UPDATE person SET clearance = 3")]
    [InlineData("UPDATE measure SET summary_nl = 'Tekst [[STG-G 5.1.1.b #1: woorden]]'")]
    public async Task A_backup_with_something_above_the_ceiling_is_not_restored(string raises)
    {
        await using var source = await FilledAsync(DatabaseKind.Sqlite);
        await source.AsConsoleAsync((db, _) => db.Database.ExecuteSqlRawAsync(raises));
        var backup = await BackupAsync(source);
        await using var target = await EmptyPlace.CreateAsync(DatabaseKind.Sqlite);

        (await Should.ThrowAsync<BadUse>(() => RestoreAsync(target, backup))).Message.ShouldContain("above departmental-confidential");

        (await target.AsConsoleAsync((db, _) => db.Set<Person>().CountAsync())).ShouldBe(0);
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
        (await Should.ThrowAsync<BadUse>(() => RestoreAsync(target, Zipped(cut[..^10])))).Message.ShouldContain("cut off in line");
    }
}
