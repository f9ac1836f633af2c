using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Journal;

/// <summary>As it was on a day: built from what is now and the journal of since, with the markings of today.</summary>
public sealed class PastTests
{
    /// <summary>The law: whatever was changed in whatever order, each moment comes back as it was.</summary>
    [Theory, OnEveryDatabase]
    public async Task After_any_changes_each_moment_comes_back_as_it_was(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var random = new Random(20260301);
        List<(long Seq, string Rows)> then = [];
        for (var step = 0; step < 40; step++)
        {
            await ChangeAsync(site, random);
            then.Add(await site.AsConsoleAsync(async (db, _) => (await JournalChain.LastSeqAsync(db, CancellationToken.None), await RowsAsync(db, long.MaxValue))));
        }

        foreach (var (seq, rows) in then)
        {
            (await site.AsConsoleAsync((db, _) => RowsAsync(db, seq))).ShouldBe(rows, $"after entry {seq}");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_a_route_and_an_export_answer_as_it_was_then(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await TitleAsync(site, "t", "Zoals eerst");
        var then = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        clock.Move(TimeSpan.FromHours(1));
        await TitleAsync(site, "t", "Zoals nu");
        await TitleAsync(site, "later", "Later erbij");

        (await analyst.GetStringAsync($"/threats/t?on={then}")).ShouldContain("Zoals eerst");
        (await analyst.GetStringAsync("/threats/t")).ShouldContain("Zoals nu");
        var list = await analyst.GetStringAsync($"/threats?on={then}");
        list.ShouldContain("Zoals eerst");
        list.ShouldNotContain("Later erbij");
        list.ShouldContain(new Texts()["journal.past.back"]);
        (await analyst.GetJsonAsync($"/threats/t?on={then}")).GetProperty("title").Text("nl").ShouldBe("Zoals eerst");
        (await analyst.GetAsync($"/api/v1/threats/later?on={then}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await analyst.GetJsonAsync($"/tables/threats?recipient=BZK&on={then}")).GetProperty("total").GetInt32().ShouldBe(1);
        (await TrailTests.EntriesAsync(site, "tables.export")).ShouldHaveSingleItem().Reason.ShouldContain("@ ");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_reads_then_what_is_not_theirs_to_read_now(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        await TitleAsync(site, "t", "Ooit intern");
        var then = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await reader.GetAsync("/api/v1/threats/t")).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Move(TimeSpan.FromHours(1));
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Threat>("t", CancellationToken.None)).Mark(Marking.DepartmentalConfidential);
            await db.SaveAsync(new Change("objects.mark"), CancellationToken.None);
            return true;
        });

        (await reader.GetAsync($"/api/v1/threats/t?on={then}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync($"/threats?on={then}")).ShouldNotContain("Ooit intern");
    }

    [Theory, OnEveryDatabase]
    public async Task The_past_can_not_be_changed_and_what_is_no_day_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await TitleAsync(site, "t", "Titel");

        (await analyst.GetAsync("/api/v1/threats?on=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await analyst.GetAsync("/threats?on=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var form = await analyst.GetStringAsync("/threats/t/edit");
        (await analyst.PostAsync("/threats/t/edit?on=2020-01-01", TestSite.Form(form))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await analyst.GetAsync("/threats/t?on=2020-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<bool> TitleAsync(TestSite site, string id, string title) => site.AsConsoleAsync(async (db, _) =>
    {
        var threat = await db.Set<Threat>().FirstOrDefaultAsync(t => t.Id == id);
        if (threat is null)
        {
            db.Add(new Threat(id, ThreatKind.Threat, new Text(title, title), Text.Empty, []));
        }
        else
        {
            threat.Describe(threat.ThreatKind, new Text(title, title), threat.Summary, threat.IncidentCategories);
        }

        await db.SaveAsync(new Change("threats.edit"), CancellationToken.None);
        return true;
    });

    /// <summary>Adds, edits or removes one of a few threats.</summary>
    private static Task<bool> ChangeAsync(TestSite site, Random random) => site.AsConsoleAsync(async (db, _) =>
    {
        var id = $"t{random.Next(5)}";
        var threat = await db.Set<Threat>().FirstOrDefaultAsync(t => t.Id == id);
        var words = new Text($"Titel {random.Next(100)}", $"Title \"{random.Next(100)}\"");
        if (threat is null)
        {
            db.Add(new Threat(id, ThreatKind.Threat, words, new Text("één\ntwee", ""), []));
        }
        else if (random.Next(5) == 0)
        {
            db.Remove(threat);
        }
        else
        {
            threat.Describe(random.Next(2) == 0 ? ThreatKind.Threat : ThreatKind.Theme, words, new Text($"{random.Next(10)}", "x"), [new Text($"c{random.Next(9)}", "c")]);
            threat.LinkTo([$"t{random.Next(5)}"]);
        }

        await db.SaveAsync(new Change("threats.edit"), CancellationToken.None);
        return true;
    });

    private static async Task<string> RowsAsync(WeerbaarDb db, long seq) =>
        string.Join('\n', await PastDatabase.LinesAsync(Math.Min(seq, await JournalChain.LastSeqAsync(db, CancellationToken.None)), db, CancellationToken.None));
}
