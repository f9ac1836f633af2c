using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Platform;

public sealed class JournalTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_change_leaves_an_entry_with_who_what_and_why(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "" } })).Text("id");
        await analyst.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "Public", reason = "Mag naar buiten" }, 1);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        var entries = (await coordinator.GetJsonAsync($"/journal?objectId={id}")).GetProperty("items").EnumerateArray().ToList();

        entries.Select(e => e.Text("verb")).ShouldBe(["objects.mark", "threats.add"]);
        entries[0].Text("actorName").ShouldBe("A Analyst");
        entries[0].Text("reason").ShouldBe("Mag naar buiten");
        entries[0].Text("before").ShouldContain("Internal");
        entries[0].Text("after").ShouldContain("Public");
    }

    [Theory, OnEveryDatabase]
    public async Task The_chain_holds_when_many_write_at_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            analyst.PostJsonAsync("/threats", new { title = new { nl = $"Dreiging {i}", en = "" } })));

        var check = await site.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None));
        check.Holds.ShouldBeTrue(check.Finding);
        check.Entries.ShouldBeGreaterThanOrEqualTo(24);
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_refuses_to_change_or_remove_an_entry(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        await site.AsConsoleAsync(async (db, _) =>
        {
            await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE journal_entry SET reason = 'x'"));
            await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM journal_entry"));
            return true;
        });
    }

    [Theory]
    [InlineData("UPDATE journal_entry SET reason = 'x' WHERE seq = 2", 2)]
    [InlineData("DELETE FROM journal_entry WHERE seq = 2", 3)]
    [InlineData("UPDATE journal_entry SET seq = 99 WHERE seq = 3", 4)]
    public async Task Verify_finds_an_entry_that_was_altered_removed_or_moved(string tampering, long foundAt)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "" } });

        var check = await site.AsConsoleAsync(async (db, _) =>
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER journal_entry_not_changed; DROP TRIGGER journal_entry_not_deleted");
            await db.Database.ExecuteSqlRawAsync(tampering);
            return await JournalChain.VerifyAsync(db, CancellationToken.None);
        });

        check.Holds.ShouldBeFalse();
        check.BrokenAt.ShouldBe(foundAt);
    }

    [Theory, OnEveryDatabase]
    public async Task A_write_that_is_not_allowed_leaves_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var reader = new Actor("reader", "Reader", Role.Reader.Permissions(), Marking.Public);

        await Should.ThrowAsync<Forbidden>(() => site.AsAsync(reader, async (db, _) =>
        {
            db.Add(new Threat("some-threat", ThreatKind.Threat, new Text("A", "A"), Text.Empty, []));
            await db.SaveAsync(new Change("threats.add"), CancellationToken.None);
            return true;
        }));

        (await site.AsConsoleAsync((db, _) => db.Set<Threat>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_write_that_goes_by_the_save_path_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);

        await site.AsConsoleAsync(async (db, _) =>
        {
            db.Add(new Threat("some-threat", ThreatKind.Threat, new Text("A", "A"), Text.Empty, []));
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
            await Should.ThrowAsync<InvalidOperationException>(() => db.Set<Threat>().ExecuteDeleteAsync());
            return true;
        });
    }
}
