using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Tests.Journal;

/// <summary>The journal for another system: line by line, to go on where it stopped, no further than the reader may see.</summary>
public sealed class ExportTests
{
    [Theory, OnEveryDatabase]
    public async Task Lines_go_on_where_they_stopped_and_tell_all_an_entry_holds(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await TrailTests.ThreatAsync(site, "a", Marking.Internal);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        var all = await LinesAsync(coordinator, "/api/v1/journal/export?recipient=JenV");
        var rest = await LinesAsync(coordinator, $"/api/v1/journal/export?recipient=JenV&since={all[0].GetProperty("seq").GetInt64()}");

        all.Single(e => e.Text("verb") == "threats.add").GetProperty("after").Text("title_nl").ShouldBe("a");
        rest[0].GetProperty("seq").GetInt64().ShouldBe(all[1].GetProperty("seq").GetInt64());
        (await TrailTests.EntriesAsync(site, "journal.export")).Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Events_are_of_the_profile_and_carry_no_name_and_no_content(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PostJsonAsync("/threats", new { title = new { nl = "Geheime titel", en = "" } });

        var text = await coordinator.GetStringAsync("/api/v1/journal/export?recipient=JenV&format=CloudEvents");

        text.ShouldNotContain("Geheime titel");
        text.ShouldNotContain("A Coordinator");
        var added = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Single(e => e.Text("type") == "nl.weerbaar.journal.threats.add");
        added.Text("specversion").ShouldBe("1.0");
        added.Text("source").ShouldStartWith("urn:nld:");
        added.Text("subject").ShouldStartWith("threat/");
        DateTimeOffset.Parse(added.Text("time"), System.Globalization.CultureInfo.InvariantCulture).Offset.ShouldBe(TimeSpan.Zero);
        added.Text("dataref").ShouldBe($"/api/v1/journal/{added.GetProperty("data").GetProperty("seq").GetInt64()}");
        (await coordinator.GetAsync(added.Text("dataref"))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_reader_may_not_see_is_not_in_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await TrailTests.ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        await TrailTests.ThreatAsync(site, "plain", Marking.Internal);
        using var coordinator = await site.SignInAsync(Role.Coordinator, Marking.Internal);

        var text = await coordinator.GetStringAsync("/api/v1/journal/export?recipient=JenV");

        text.ShouldContain("plain");
        text.ShouldNotContain("hidden");
    }

    [Theory, OnEveryDatabase]
    public async Task It_leaves_like_any_export_to_somebody_named_and_no_higher_than_its_sender_may_share(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await TrailTests.ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var key = await KeyAsync(site, Permission.ReadJournal, Permission.ShareInternal);

        var asked = await coordinator.GetAsync("/api/v1/journal/export");
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await asked.Content.ReadAsStringAsync()).ShouldContain("Departementaal vertrouwelijk: ");
        using var low = site.Visitor();
        low.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        (await low.GetAsync("/api/v1/journal/export?recipient=JenV")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await TrailTests.EntriesAsync(site, "journal.export")).ShouldBeEmpty();

        (await LinesAsync(coordinator, "/api/v1/journal/export?recipient=JenV")).ShouldNotBeEmpty();
        (await TrailTests.EntriesAsync(site, "journal.export")).ShouldHaveSingleItem().Reason.ShouldContain("→ JenV (Departementaal vertrouwelijk: ");
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_shows_what_leaves_and_gives_just_that(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await TrailTests.ThreatAsync(site, "plain", Marking.Internal);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var link = new HtmlParser().ParseDocument(await coordinator.GetStringAsync("/journal?what=threats.add")).QuerySelectorAll("a").Single(a => a.TextContent.Contains("Exporteer")).GetAttribute("href")!;

        var shown = await coordinator.GetAsync(link);
        var preview = new HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync());
        await TrailTests.ThreatAsync(site, "later", Marking.Internal);
        var fields = string.Join('&', preview.QuerySelectorAll("main input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        var sent = await coordinator.GetAsync($"/journal/export?{fields}&recipient=JenV");

        preview.QuerySelector("main dl")!.TextContent.ShouldContain("Journaalregels Intern");
        preview.QuerySelector("main dl")!.TextContent.ShouldContain($"Wie: Iedereen, Wat: {new Texts()["verb.threats.add"]}, tot en met regel 2");
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        (await sent.Content.ReadAsStringAsync()).Trim().ShouldBe(preview.QuerySelector("pre")!.TextContent.Trim());
        (await TrailTests.EntriesAsync(site, "journal.export")).ShouldHaveSingleItem().Reason.ShouldStartWith("journal.jsonl threats.add –2 → JenV");
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("", 0)]
    [InlineData("2026-03-01", 0)]
    public void It_begins_after_a_number_or_at_a_day(string since, long seq) => JournalExport.Since(since).Seq.ShouldBe(seq);

    [Fact]
    public void What_is_no_beginning_is_refused() => Should.Throw<InvalidInput>(() => JournalExport.Since("yesterday"));

    /// <summary>The key of a program that sees all and may do these things.</summary>
    private static Task<string> KeyAsync(TestSite site, params Permission[] permissions) => site.AsConsoleAsync(async (db, services) =>
    {
        var owner = await db.Set<Person>().FirstAsync();
        var request = new AddApiClient.Request { Name = "SIEM", OwnerId = owner.Id, Permissions = permissions, Clearance = Marking.DepartmentalConfidential, Until = services.GetRequiredService<TimeProvider>().Today() };
        return (await services.GetRequiredService<AddApiClient>().HandleAsync(request, CancellationToken.None)).Key;
    });

    private static async Task<List<JsonElement>> LinesAsync(HttpClient client, string path) =>
        [.. (await client.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
