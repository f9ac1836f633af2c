using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Markings;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Journal;

/// <summary>What a request leaves in the journal besides its changes.</summary>
public sealed class TrailTests
{
    [Theory, OnEveryDatabase]
    public async Task Reading_marked_material_is_journalled_once_a_request(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        await ThreatAsync(site, "plain", Marking.Internal);

        await analyst.GetJsonAsync("/threats/plain");
        await analyst.GetJsonAsync("/threats/hidden");
        await analyst.GetStringAsync("/threats");

        var read = await EntriesAsync(site, RequestTrail.Read);
        read.Count.ShouldBe(2);
        read[0].ObjectId.ShouldBe("hidden");
        read[0].ActorName.ShouldBe("A Analyst");
        read[0].After.ShouldContain("/api/v1/threats/hidden");
        read[1].After.ShouldContain("\"path\":\"/threats\"");
        read.ShouldAllBe(e => e.RequestId.Length == 20);
    }

    [Theory, OnEveryDatabase]
    public async Task Reading_in_the_journal_how_marked_material_was_changed_is_reading_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await ThreatAsync(site, "plain", Marking.Internal);
        await coordinator.GetStringAsync("/journal");
        (await EntriesAsync(site, RequestTrail.Read)).ShouldBeEmpty();
        await ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        await ThreatAsync(site, "once", Marking.DepartmentalConfidential);
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Threat>("once", CancellationToken.None)).Mark(Marking.Public);
            await db.SaveAsync(new Change("objects.mark"), CancellationToken.None);
            return true;
        });
        var seq = (await EntriesAsync(site, "threats.add")).Single(e => e.ObjectId == "hidden").Seq;
        string[] ways = ["/journal", "/api/v1/journal?objectId=hidden", $"/api/v1/journal/{seq}", "/api/v1/journal/export?recipient=BZK", "/journal/export?upTo=999", "/history/once"];

        foreach (var way in ways)
        {
            (await coordinator.GetAsync(way)).EnsureSuccessStatusCode();
        }

        var read = await EntriesAsync(site, RequestTrail.Read);
        string[] paths = [.. ways.Select(w => w.Split('?')[0])];
        read.Select(e => JsonDocument.Parse(e.After).RootElement.Text("path")).ShouldBe(paths);
        read[0].After.ShouldContain("[\"hidden\",\"once\"]");
        (read[1].ObjectId, read[5].ObjectId).ShouldBe(("hidden", "once"));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_read_it_leaves_no_entry(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);

        (await reader.GetAsync("/api/v1/threats/hidden")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await reader.GetStringAsync("/threats");

        (await EntriesAsync(site, RequestTrail.Read)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_passage_marked_higher_than_its_text_counts_as_marked_material(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var low = await site.SignInAsync(Role.Analyst, Marking.Internal);
        var id = await analyst.AddThreatAsync("Openbaar", "Public", "Tekst [[DEPV 5.2: binnenskamers]]");

        await low.GetJsonAsync($"/threats/{id}");
        await analyst.GetJsonAsync($"/threats/{id}");

        var read = (await EntriesAsync(site, RequestTrail.Read)).ShouldHaveSingleItem();
        (read.ObjectId, read.Kind).ShouldBe((id, "threat"));
    }

    [Theory, OnEveryDatabase]
    public async Task Many_who_read_at_once_each_leave_an_entry_and_the_chain_holds(DatabaseKind kind)
    {
        const int many = 40;
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);

        await Task.WhenAll(Enumerable.Range(0, many).Select(_ => analyst.GetJsonAsync("/threats/hidden")));

        (await EntriesAsync(site, RequestTrail.Read)).Select(e => e.RequestId).Distinct().Count().ShouldBe(many);
        (await site.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_search_is_journalled_with_its_words_sealed_for_the_person(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        await analyst.GetJsonAsync("/search?q=water");
        await analyst.GetStringAsync("/threats?q=storm");

        var stored = await site.AsConsoleAsync((db, _) => db.Journal.AsNoTracking().Where(e => e.Verb == RequestTrail.Search).ToListAsync());
        stored.ShouldAllBe(e => !e.After.Contains("water") && !e.After.Contains("storm") && PersonKeys.IsClosed(e.ActorName));
        var opened = await EntriesAsync(site, RequestTrail.Search);
        opened.Select(e => JsonDocument.Parse(e.After).RootElement.Text("words")).ShouldBe(["water", "storm"]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_refused_is_journalled_and_named_by_the_id_the_answer_has(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);

        var page = await reader.GetAsync("/people");
        var marking = await reader.SendJsonAsync(HttpMethod.Put, "/objects/x/marking", new { marking = "Public", reason = "-" }, 1);

        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        marking.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var refused = await EntriesAsync(site, RequestTrail.Denied);
        refused.Select(e => JsonDocument.Parse(e.After).RootElement.Text("path")).ShouldBe(["/people", "/api/v1/objects/x/marking"]);
        var id = page.Headers.GetValues(RequestTrail.Header).ShouldHaveSingleItem();
        refused[0].RequestId.ShouldBe(id);
        (await page.Content.ReadAsStringAsync()).ShouldContain(id);
    }

    [Theory, OnEveryDatabase]
    public async Task Signing_in_out_and_a_link_that_is_no_good_are_journalled(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostAsync("/sign-out", TestSite.Form(await analyst.GetStringAsync("/")));
        using var visitor = site.Visitor();
        await visitor.PostAsync("/sign-in/nothing", TestSite.Form(await visitor.GetStringAsync("/sign-in")));

        (await EntriesAsync(site, "access.sign-in")).ShouldContain(e => e.Kind == "session");
        (await EntriesAsync(site, "access.sign-out")).ShouldHaveSingleItem().ActorName.ShouldBe("A Analyst");
        (await EntriesAsync(site, "access.refused")).ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task Reading_does_not_make_the_list_of_tasks_stale(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        var before = await site.AsConsoleAsync((db, _) => JournalChain.LastChangeAsync(db, CancellationToken.None));

        await analyst.GetJsonAsync("/threats/hidden");

        (await site.AsConsoleAsync((db, _) => JournalChain.LastChangeAsync(db, CancellationToken.None))).ShouldBe(before);
        (await site.AsConsoleAsync((db, _) => JournalChain.LastSeqAsync(db, CancellationToken.None))).ShouldBe(before + 1);
    }

    internal static Task<IReadOnlyList<JournalEntry>> EntriesAsync(TestSite site, string verb) => site.AsConsoleAsync(async (db, _) =>
        await OpenedEntries.OfAsync(db, await db.Journal.AsNoTracking().Where(e => e.Verb == verb).OrderBy(e => e.Seq).ToListAsync(), CancellationToken.None));

    internal static Task<bool> ThreatAsync(TestSite site, string id, Marking marking) => site.AsConsoleAsync(async (db, _) =>
    {
        var threat = new Threat(id, ThreatKind.Threat, new Text(id, id), Text.Empty, []);
        threat.Mark(marking);
        db.Add(threat);
        await db.SaveAsync(new Change("threats.add"), CancellationToken.None);
        return true;
    });
}
