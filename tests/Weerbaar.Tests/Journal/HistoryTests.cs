using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Markings;

namespace Weerbaar.Tests.Journal;

/// <summary>The history of an object and the journal as people read them.</summary>
public sealed class HistoryTests
{
    [Theory, OnEveryDatabase]
    public async Task Running_text_shows_the_words_that_went_and_came_and_can_be_narrowed_to_a_field(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        const string before = "Een lange zin over de dijk, die bij hoog water langzaam breekt en het land doet onderlopen.";
        var id = (await analyst.PostJsonAsync("/threats", new { title = new { nl = "Titel", en = "" }, summary = new { nl = before, en = "" } })).Text("id");
        (await analyst.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", new { threatKind = "Threat", title = new { nl = "Titel", en = "" }, summary = new { nl = before.Replace("langzaam", "snel"), en = "" }, incidentCategories = Array.Empty<object>(), restsOn = Array.Empty<string>() }, 1)).EnsureSuccessStatusCode();

        var page = new HtmlParser().ParseDocument(await analyst.GetStringAsync($"/history/{id}"));

        page.QuerySelectorAll(".w-difference del").Select(d => d.TextContent).ShouldContain(t => t.Contains("langzaam"));
        page.QuerySelectorAll(".w-difference ins").Select(d => d.TextContent).ShouldContain(t => t.Contains("snel"));
        page.QuerySelectorAll(".w-difference").ShouldContain(d => d.TextContent.Contains("Een lange zin"));
        var field = page.QuerySelectorAll("#field option").Select(o => o.GetAttribute("value")!).Single(v => v.Length > 0);
        field.ShouldBe(JournalWords.Field("summary_nl", new Texts()));
        var other = await analyst.GetStringAsync($"/history/{id}?field=Iets");
        other.ShouldContain(new Texts()["journal.filter.none"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Words_that_were_marked_stand_as_a_marked_passage_and_not_as_rewritten(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst, Marking.Internal);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", "Een lange zin over de dijk bij hoog water");
        (await analyst.EditSummaryAsync(id, s => s.Replace("de dijk", "[[INT 5.1.2.b: de dijk]]", StringComparison.Ordinal))).EnsureSuccessStatusCode();

        var html = await analyst.GetStringAsync($"/history/{id}");

        html.ShouldNotContain("[[INT");
        var line = new HtmlParser().ParseDocument(html).QuerySelector(".w-difference")!;
        line.QuerySelectorAll("del, ins").ShouldBeEmpty();
        line.QuerySelector("mark.w-passage")!.TextContent.ShouldBe("INT · Woo 5.1.2.b de dijk ");
        line.TextContent.ShouldContain(new Texts()["journal.marking-only"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_journal_names_people_and_not_their_ids_and_who_was_erased_not_at_all(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var (id, text) = ((await administrator.PostJsonAsync("/people", new { name = "Qzola", email = "qzola@example.org", clearance = "Internal", role = "Reader", worksFor = "DEF", function = "Adviseur" })).GetProperty("person").Text("id"), "");
        (await administrator.GetJsonAsync($"/functions?personId={id}")).GetProperty("items")[0].Text("organisation").ShouldBe("DEF");

        text = await MainAsync();
        text.ShouldContain("Qzola");
        text.ShouldNotContain(id);

        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Person>(id, CancellationToken.None)).Disable(true);
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return await ErasePerson.HandleAsync(id, "Verzoek", db, TimeProvider.System, CancellationToken.None);
        });
        text = await MainAsync();
        text.ShouldNotContain("Qzola");
        text.ShouldContain("gewiste persoon");

        async Task<string> MainAsync() => new HtmlParser().ParseDocument(await administrator.GetStringAsync("/journal")).QuerySelector("main")!.InnerHtml.Replace($"/people/{id}", "", StringComparison.Ordinal).Replace($"value=\"{id}\"", "", StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task The_API_tells_what_happened_to_an_object_to_who_may_see_it_with_what_it_was_and_became(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = await analyst.AddThreatAsync("Dreiging", "Internal", "Een dijk");
        (await coordinator.EditSummaryAsync(id, _ => "Een duin")).EnsureSuccessStatusCode();
        var path = $"/objects/{id}/history";

        var all = await analyst.GetJsonAsync(path);
        var first = await analyst.GetJsonAsync($"{path}?pageSize=1");
        var change = (await analyst.GetJsonAsync($"{path}?who=A%20Coordinator")).GetProperty("items").EnumerateArray().Single();

        (all.GetProperty("total").GetInt32(), first.GetProperty("items").GetArrayLength(), first.GetProperty("total").GetInt32()).ShouldBe((2, 1, 2));
        var line = change.GetProperty("items")[0].GetProperty("lines").EnumerateArray().Single();
        (line.Text("before"), line.Text("after")).ShouldBe(("Een dijk", "Een duin"));
        (await analyst.GetJsonAsync($"{path}?field={Uri.EscapeDataString(line.Text("about"))}")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetJsonAsync($"{path}?field=Iets")).GetProperty("total").GetInt32().ShouldBe(0);
        (await reader.GetAsync($"/api/v1{path}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_column_of_a_step_has_words()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var texts = new Texts();

        var without = await site.AsConsoleAsync((db, _) => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => typeof(MarkedObject).IsAssignableFrom(t.ClrType) || typeof(Part).IsAssignableFrom(t.ClrType))
            .SelectMany(t => t.GetProperties().Concat(t.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
            .Select(p => p.GetColumnName()).Distinct()
            .Where(c => c is not ("id" or "revision" or "hidden_changes" or "author_id" or "marked_at" or "marked_by" or "object_id" or "round_id" or "scenario_id"))
            .Where(c => JournalWords.Field(c, texts) == c).ToList()));

        without.ShouldBeEmpty();
    }

    [Fact]
    public void Every_verb_has_words() => Architecture.SourceTree.Below("src/Weerbaar")
        .SelectMany(f => System.Text.RegularExpressions.Regex.Matches(f.Text, "new Change\\(\"([a-z.-]+)\"").Select(m => m.Groups[1].Value)).Distinct()
        .Where(v => JournalWords.What(v, new Texts()) == v).ShouldBeEmpty();

    [Theory, OnEveryDatabase]
    public async Task The_journal_can_be_narrowed_to_somebody_a_verb_and_days(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "" } });
        await analyst.GetJsonAsync("/search?q=water");
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var id = await site.AsConsoleAsync((db, _) => db.Set<Person>().Where(p => p.Name == "A Analyst").Select(p => p.Id).SingleAsync());

        (await RowsAsync(coordinator, $"?who={id}&what=threats.add")).ShouldBe(1);
        (await RowsAsync(coordinator, "?what=read.search")).ShouldBe(1);
        (await RowsAsync(coordinator, "?what=read.search&until=2020-01-01")).ShouldBe(0);
        (await RowsAsync(coordinator, "")).ShouldBeGreaterThan(3);
        (await coordinator.GetStringAsync("/journal?what=read.search")).ShouldContain("water");
    }

    private static async Task<int> RowsAsync(HttpClient client, string query) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync("/journal" + query)).QuerySelectorAll("tbody tr").Length;
}
