using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Tests.Journal;

/// <summary>The head of the journal is signed with a key that only its owner can read; who trusts one key trusts those tied to it.</summary>
public sealed class CheckpointTests
{
    [Theory, OnEveryDatabase]
    public async Task The_first_entry_is_signed_and_one_after_every_hour(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        await TrailTests.ThreatAsync(site, "a", Weerbaar.Platform.Access.Marking.Internal);
        await TrailTests.ThreatAsync(site, "b", Weerbaar.Platform.Access.Marking.Internal);
        clock.Move(TimeSpan.FromHours(1));
        await TrailTests.ThreatAsync(site, "c", Weerbaar.Platform.Access.Marking.Internal);

        await site.AsConsoleAsync(async (db, services) =>
        {
            var made = await db.Set<JournalCheckpoint>().AsNoTracking().OrderBy(c => c.Seq).ToListAsync();
            made.Select(c => c.Seq).ShouldContain(1);
            made.Count.ShouldBe(2);
            made[^1].Seq.ShouldBe(await JournalChain.LastSeqAsync(db, CancellationToken.None));
            var key = services.GetRequiredService<CheckpointKey>();
            made.ShouldAllBe(c => CheckpointKey.Verifies(key.PublicPem, c.SignedText, c.Signature));
            made.ShouldAllBe(c => !CheckpointKey.Verifies(key.PublicPem, c.SignedText + " ", c.Signature));
            return true;
        });
    }

    [Fact]
    public async Task The_key_is_for_its_owner_only()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        await TrailTests.ThreatAsync(site, "a", Weerbaar.Platform.Access.Marking.Internal);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(site.DataFolder, "journal-key.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_that_replaces_another_is_trusted_with_it_and_a_strange_one_is_not(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await site.AsConsoleAsync(async (db, services) =>
        {
            var first = services.GetRequiredService<CheckpointKey>();
            var (firstId, firstPem) = (first.Id, first.PublicPem);
            using var second = await KnownKeys.RotateAsync(db, first, CancellationToken.None);
            using var strange = first.Next();
            await KnownKeys.IntroduceAsync(db, strange, CancellationToken.None);

            (await KnownKeys.TrustedAsync(db, [firstPem], CancellationToken.None)).Keys.ShouldBe([firstId, second.Id], ignoreOrder: true);
            (await KnownKeys.TrustedAsync(db, [second.PublicPem], CancellationToken.None)).Keys.ShouldBe([firstId, second.Id], ignoreOrder: true);
            (await KnownKeys.TrustedAsync(db, [strange.PublicPem], CancellationToken.None)).Keys.ShouldBe([strange.Id]);
            return true;
        });
    }

    [Theory, OnEveryDatabase]
    public async Task A_tail_that_was_cut_off_is_found_by_the_checkpoints_in_the_database(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await TrailTests.ThreatAsync(site, "a", Weerbaar.Platform.Access.Marking.Internal);
        await TrailTests.ThreatAsync(site, "b", Weerbaar.Platform.Access.Marking.Internal);

        var last = await site.AsConsoleAsync((db, _) => JournalChain.LastSeqAsync(db, CancellationToken.None));
        var check = await site.AsConsoleAsync(async (db, _) =>
        {
            await JournalCheckpoint.MakeAsync(db, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Sqlite
                ? "DROP TRIGGER journal_entry_not_deleted" : "DROP TRIGGER journal_entry_only_added_to ON journal_entry");
            await db.Database.ExecuteSqlRawAsync("DELETE FROM journal_entry WHERE seq = (SELECT max(seq) FROM journal_entry)");
            return await JournalChain.VerifyAsync(db, CancellationToken.None);
        });

        check.BrokenAt.ShouldBe(last);
        check.Finding.ShouldContain("end is missing");
    }
}
