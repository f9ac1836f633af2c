using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;

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

        var all = await LinesAsync(coordinator, "/api/v1/journal/export");
        var rest = await LinesAsync(coordinator, $"/api/v1/journal/export?since={all[0].GetProperty("seq").GetInt64()}");

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

        var text = await coordinator.GetStringAsync("/api/v1/journal/export?format=CloudEvents");

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

        var text = await coordinator.GetStringAsync("/api/v1/journal/export");

        text.ShouldContain("plain");
        text.ShouldNotContain("hidden");
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("", 0)]
    [InlineData("2026-03-01", 0)]
    public void It_begins_after_a_number_or_at_a_day(string since, long seq) => JournalExport.Since(since).Seq.ShouldBe(seq);

    [Fact]
    public void What_is_no_beginning_is_refused() => Should.Throw<InvalidInput>(() => JournalExport.Since("yesterday"));

    private static async Task<List<JsonElement>> LinesAsync(HttpClient client, string path) =>
        [.. (await client.GetStringAsync(path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
