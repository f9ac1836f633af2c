using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Access;
using Weerbaar.WorkingMethod.Reports;
using Weerbaar.WorkingMethod.Scenarios;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Markings;

/// <summary>What is not public is seen as it leaves before it leaves, goes to somebody, and never above what its sender may share.</summary>
public sealed class LeavingTests
{
    [Theory, OnEveryDatabase]
    public async Task What_is_public_leaves_with_one_click_and_may_not_be_kept(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.AddThreatAsync("Openbaar", "Public");

        foreach (var path in new[] { "/threats?format=csv", "/exports/threats/csv", "/exports/threats/json", "/api/v1/tables/threats" })
        {
            using var answer = await analyst.GetAsync(path);
            answer.Content.Headers.ContentType!.MediaType.ShouldNotBe("text/html", path);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_not_public_is_shown_first_and_then_goes_exactly_so_to_whom_it_is_for(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddThreatAsync("Openbaar", "Public");
        await coordinator.AddThreatAsync("Vertrouwelijk", "DepartmentalConfidential");

        var preview = new HtmlParser().ParseDocument(await coordinator.GetStringAsync("/threats?format=csv"));
        var facts = preview.QuerySelector("main dl")!.TextContent;
        facts.ShouldContain("Departementaal vertrouwelijk");
        facts.ShouldContain("Onderwerpen Openbaar");
        (await ExportsAsync(site)).ShouldBeEmpty();
        var seen = preview.QuerySelector("input[name=seen]")!.GetAttribute("value");

        var nobody = await coordinator.GetAsync($"/threats?format=csv&seen={seen}");
        nobody.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var sent = await coordinator.GetAsync($"/threats?format=csv&seen={seen}&recipient=BZK");
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        sent.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await sent.Content.ReadAsStringAsync()).TrimStart('\uFEFF').TrimEnd().ShouldBe(preview.QuerySelector("pre")!.TextContent.TrimEnd());
        var entry = (await ExportsAsync(site)).ShouldHaveSingleItem();
        entry.Reason.ShouldStartWith("threats.csv (2) → BZK");
        entry.Marking.ShouldBe(Marking.DepartmentalConfidential);

        await coordinator.AddThreatAsync("Nog een", "Internal");
        var changed = await coordinator.GetStringAsync($"/threats?format=csv&seen={seen}&recipient=BZK");
        changed.ShouldContain("Sinds u keek");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_what_is_in_the_file_counts_and_not_what_was_filtered_out(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddThreatAsync("Openbaar", "Public");
        await coordinator.AddThreatAsync("Vertrouwelijk", "DepartmentalConfidential");

        (await coordinator.GetAsync("/threats?format=csv&q=Openbaar")).Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await coordinator.GetAsync("/threats?format=csv&q=Vertrouwelijk")).Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Theory, OnEveryDatabase]
    public async Task A_passage_raises_what_leaves_to_its_level(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddThreatAsync("Openbaar", "Public", "Tekst [[DEPV 5.2: binnenskamers]]");

        (await coordinator.GetStringAsync("/exports/threats/csv")).ShouldContain("Departementaal vertrouwelijk");
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        (await low.GetAsync("/exports/threats/csv")).Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
    }

    [Theory, OnEveryDatabase]
    public async Task Above_what_a_role_may_share_it_is_refused_in_words_on_page_and_API(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        await coordinator.AddThreatAsync("Intern", "Internal");
        (await reader.GetAsync("/threats?format=csv")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.GetAsync("/threats?format=csv")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await coordinator.AddThreatAsync("Vertrouwelijk", "DepartmentalConfidential");

        var page = await analyst.GetAsync("/exports/threats/csv?recipient=BZK");
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain("U mag delen tot en met «Intern»");
        var api = await analyst.GetAsync("/api/v1/tables/threats?recipient=BZK");
        api.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await api.Content.ReadAsStringAsync()).ShouldContain("U mag delen tot en met");
        (await ExportsAsync(site)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_label_of_the_traffic_light_protocol_says_whom_it_may_go_to(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var id = await coordinator.AddThreatAsync("Van een ander", "Public");

        await coordinator.MarkAsync(id, 1, new { marking = "Public", reason = "Zo ontvangen", tlp = "Green" });
        (await coordinator.GetAsync("/api/v1/tables/threats")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await coordinator.GetAsync("/api/v1/tables/threats?recipient=DEF")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ExportsAsync(site)).ShouldHaveSingleItem().Reason.ShouldContain("TLP:GREEN");

        await coordinator.MarkAsync(id, 2, new { marking = "Public", reason = "Toch minder ver", tlp = "AmberStrict" });
        var refused = await coordinator.GetAsync("/api/v1/tables/threats?recipient=DEF");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("TLP:AMBER+STRICT");
        var preview = await coordinator.GetStringAsync("/threats?format=csv");
        preview.ShouldContain("Niemand mag dit krijgen");
        preview.ShouldNotContain("name=\"seen\"");
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_offers_to_download_only_what_its_reader_may_share(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        await coordinator.AddThreatAsync("Openbaar", "Public");
        (await reader.GetStringAsync("/threats")).ShouldContain("format=csv");

        await coordinator.AddThreatAsync("Intern", "Internal");

        (await reader.GetStringAsync("/threats")).ShouldNotContain("format=csv");
        (await reader.GetStringAsync("/threats?q=Openbaar")).ShouldContain("format=csv");
        (await reader.GetStringAsync("/exports")).ShouldNotContain("/exports/threats/csv");
        (await coordinator.GetStringAsync("/threats")).ShouldContain("format=csv");
        (await coordinator.GetStringAsync("/exports")).ShouldContain("/exports/threats/csv");
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_of_tables_offers_what_may_leave_and_that_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        var readerId = (await reader.GetJsonAsync("/me")).Text("id");
        using var administrator = await site.SignInAsync(Role.Administrator);
        await administrator.PostJsonAsync("/functions", new { personId = readerId, organisation = "AZ", name = "Adviseur", from = "2020-01-01" });
        var scenario = (await coordinator.PostJsonAsync("/scenarios", new { nature = "Hazard", title = new { nl = "Vrijgegeven", en = "" }, marking = "Public" })).Text("id");
        await coordinator.AddThreatAsync("Openbaar", "Public", "Tekst [[INT 5.2: binnenskamers]]");
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Scenario>(scenario, CancellationToken.None)).Mark(new(Marking.Public, null, Marking.Public, null, ["AZ"]), "Console", DateTimeOffset.UnixEpoch, "Voor AZ");
            await db.SaveAsync(new Change("objects.mark"), CancellationToken.None);
            return true;
        });

        var offered = await reader.GetStringAsync("/exports");

        foreach (var (table, leaves) in new[] { ("scenarios", true), ("threats", false) })
        {
            offered.Contains($"/exports/{table}/csv", StringComparison.Ordinal).ShouldBe(leaves, table);
            (await reader.GetAsync($"/exports/{table}/csv")).StatusCode.ShouldBe(leaves ? HttpStatusCode.OK : HttpStatusCode.Forbidden, table);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_says_something_of_people_is_internal_and_goes_to_somebody(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var me = await administrator.IdAsync();

        foreach (var path in new[] { "/people?format=csv", $"/people/{me}/access?format=csv" })
        {
            var preview = new HtmlParser().ParseDocument(await administrator.GetStringAsync(path));
            preview.QuerySelector("main dl")!.TextContent.ShouldContain("Intern", customMessage: path);
            preview.QuerySelector("input[name=seen]").ShouldNotBeNull(path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_edition_counts_what_its_parts_belong_to_as_far_as_its_reader_sees_that(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        foreach (var (marking, tlp) in new[] { ("Public", "Green"), ("DepartmentalConfidential", "Red") })
        {
            var scenario = (await coordinator.PostJsonAsync("/scenarios", new { nature = "Hazard", title = new { nl = marking, en = "" }, marking })).Text("id");
            await coordinator.MarkAsync(scenario, 1, new { marking, reason = "Zo ontvangen", tlp });
        }

        var departure = await site.AsAsync(Actor.Console with { Id = "somebody" }, async (db, services) =>
        {
            await services.GetRequiredService<ReadAs>().MarkedAsync(Marking.Public, null, reader => reader.Set<ScenarioVersion>().AsNoTracking().ToListAsync());
            db.Leaves(new("test.export", "test", "", "test.csv") { Label = Marking.Public });
            return await services.GetRequiredService<DepartureDesk>().WeighAsync(CancellationToken.None);
        });

        departure.Counts.ShouldBe(new Dictionary<Marking, int> { [Marking.Public] = 1 });
        departure.Tlp.ShouldBe(Tlp.Green);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_table_leaves_out_still_counts_where_it_was_read_for_something_else(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddThreatAsync("Vertrouwelijk", "DepartmentalConfidential");

        var seen = await site.AsConsoleAsync(async (db, services) =>
        {
            var all = services.GetRequiredService<CurrentActor>().Seen;
            async Task<Threat> ReadAsync(bool tracked) => await (tracked ? db.Set<Threat>() : db.Set<Threat>().AsNoTracking()).SingleAsync();
            List<int> left = [];
            all.LeaveOut(db, [await ReadAsync(false)]);
            left.Add(all.All.Count);
            await ReadAsync(false);
            all.LeaveOut(db, [await ReadAsync(false)]);
            left.Add(all.All.Count);
            all.LeaveOut(db, [await ReadAsync(true)]);
            all.LeaveOut(db, [await ReadAsync(true)]);
            left.Add(all.All.Count);
            return left;
        });

        seen.ShouldBe([0, 1, 1]);
    }

    internal static Task<List<Weerbaar.Platform.Journal.JournalEntry>> ExportsAsync(TestSite site) =>
        site.AsConsoleAsync((db, _) => db.Journal.AsNoTracking().Where(e => e.Verb == "tables.export").ToListAsync());
}
