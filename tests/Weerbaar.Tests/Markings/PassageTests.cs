using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Markings;

/// <summary>A passage marked higher than its object is withheld from who may not read it, and lost by nobody.</summary>
public sealed class PassageTests
{
    private const string Secret = "Qzwart";
    private const string Written = $"Begin [[DEPV 5.1.2.b: {Secret} een]] midden [[DEPV 5.1.2.h: {Secret} twee]] eind";
    private const string Withheld = "Begin [Passage gelakt #1 — Woo art. 5.1 lid 2 b] midden [Passage gelakt #2 — Woo art. 5.1 lid 2 h] eind";

    [Theory, OnEveryDatabase]
    public async Task A_reader_below_the_level_gets_a_sign_with_the_ground_everywhere(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Written);
        (await analyst.EditSummaryAsync(id, s => s + ".")).EnsureSuccessStatusCode();

        (await reader.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl").ShouldBe(Withheld + ".");
        foreach (var path in new[] { $"/threats/{id}", $"/history/{id}", "/threats", "/threats?format=csv", "/search?q=Qzwart", "/api/v1/threats", "/api/v1/tables/threats", "/exports/threats/csv", "/exports/threats/json" })
        {
            var answer = await reader.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain($"{Secret} een", customMessage: path);
        }

        WebUtility.HtmlDecode(await reader.GetStringAsync($"/threats/{id}")).ShouldContain("[Passage gelakt #1 — Woo art. 5.1 lid 2 b]");
        var page = await analyst.GetStringAsync($"/threats/{id}");
        page.ShouldContain($"<mark class=\"w-passage\"><small class=\"w-passage-mark\">DEPV · Woo 5.1.2.b</small> {Secret} een</mark>");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_read_a_passage_edits_round_it_and_keeps_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var other = await site.SignInAsync(Role.Analyst, Marking.Internal);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Written);

        var answer = await other.EditSummaryAsync(id, s => s.Replace("Begin", "Nieuw begin", StringComparison.Ordinal).Replace("eind", "en verder eind", StringComparison.Ordinal));

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain(Secret);
        (await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl")
            .ShouldBe($"Nieuw begin [[DEPV 5.1.2.b #1: {Secret} een]] midden [[DEPV 5.1.2.h #2: {Secret} twee]] en verder eind");
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_passage_never_takes_the_number_of_one_that_its_writer_can_not_see(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var other = await site.SignInAsync(Role.Analyst, Marking.Internal);
        using var lowest = await site.SignInAsync(Role.Analyst, Marking.Public);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Written);

        (await other.EditSummaryAsync(id, s => s + " [[INT 5.1.2.h #1: mijn]]")).EnsureSuccessStatusCode();
        (await lowest.EditSummaryAsync(id, s => s + "!")).EnsureSuccessStatusCode();

        (await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl")
            .ShouldBe($"Begin [[DEPV 5.1.2.b #1: {Secret} een]] midden [[DEPV 5.1.2.h #2: {Secret} twee]] eind [[INT 5.1.2.h #3: mijn]]!");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_read_a_passage_can_neither_drop_nor_overwrite_nor_invent_one(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var other = await site.SignInAsync(Role.Analyst, Marking.Internal);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Written);

        foreach (var (change, says) in new (Func<string, string>, string)[]
        {
            (_ => "Alles weg", "Zet deze tekens terug"),
            (s => s.Replace("[Passage gelakt #1 — Woo art. 5.1 lid 2 b]", "", StringComparison.Ordinal), "#1"),
            (s => s + " [Passage gelakt #7 — Woo art. 5.1 lid 2 b]", "nummer 7"),
            (s => s + " [Passage gelakt #1 — Woo art. 5.1 lid 2 b]", "nummer 1"),
            (s => s.Replace("Begin [", "Begin [[INT 5.1.2.b: mijn [", StringComparison.Ordinal).Replace("2 b]", "2 b] noot]]", StringComparison.Ordinal), "niet erin"),
            (s => s + " [Passage gelakt]", "zonder nummer"),
            (s => s + " [Passage gelakt — Woo art. 5.1 lid 2 b]", "zonder nummer"),
            (s => s + $" [[DEPV 5.1.2.b #1: {Secret} een]]", "hoger markeren dan u zelf"),
            (s => s + " [[DPV 5.1.2.b: woorden]]", "die niet klopt"),
            (s => s + " [[DEPV 5.9: woorden]]", "die niet klopt"),
            (s => s + " [[STG-G 5.1.2.b: woorden]]", "Deze installatie mag niets bewaren"),
        })
        {
            using var answer = await other.EditSummaryAsync(id, change);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(says);
        }

        (await site.AsConsoleAsync((db, _) => db.GetAsync<Threat>(id, CancellationToken.None))).Summary.Nl.ShouldContain($"{Secret} een");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_read_a_passage_can_t_move_it_to_the_other_language(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var other = await site.SignInAsync(Role.Analyst, Marking.Internal);
        object Both(string nl, string en = "") => new { nl, en };
        object Revision(string nl, string en, string line, string lineEn) => new
        {
            nature = "Hazard", title = Both("Storm"), context = Both(nl, en), course = Both("Verloop"), planningAssumptions = new[] { Both(line, lineEn) }, reason = "Vertaald",
        };
        var id = (await analyst.PostJsonAsync("/scenarios", new
        {
            nature = "Hazard", title = Both("Storm"), context = Both(Written), course = Both("Verloop"), planningAssumptions = new[] { Both("Een", $"One [[DEPV 5.1.2.b: {Secret}]]") },
        })).Text("id");
        const string line = "One [Passage withheld #1 — Woo art. 5.1 lid 2 b]";

        foreach (var (nl, en, first, firstEn, says) in new[]
        {
            (Withheld.Split(" midden")[0], "And" + Withheld.Split("midden")[1], "Een", line, "#2"),
            (Withheld, "", line, "", "#1"),
        })
        {
            using var answer = await other.SendJsonAsync(HttpMethod.Post, $"/scenarios/{id}/versions", Revision(nl, en, first, firstEn), 1);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var words = await answer.Content.ReadAsStringAsync();
            words.ShouldContain("hoort in de tekst in deze taal");
            words.ShouldContain(says);
        }

        (await other.SendJsonAsync(HttpMethod.Post, $"/scenarios/{id}/versions", Revision($"Nieuw: {Withheld}", "Translated", "Een", line), 1)).EnsureSuccessStatusCode();
    }

    [Theory, OnEveryDatabase]
    public async Task A_scenario_that_is_revised_by_who_may_not_read_it_all_keeps_it_in_both_versions(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var other = await site.SignInAsync(Role.Analyst, Marking.Internal);
        object Both(string nl) => new { nl, en = "" };
        object Scenario(string context, string[] lines, object? reason = null) => new
        {
            nature = "Hazard", title = Both("Storm"), context = Both(context), course = Both("Verloop"), planningAssumptions = lines.Select(Both), reason,
        };
        var add = await analyst.PostJsonAsync("/scenarios", new { nature = "Hazard", title = Both("Storm"), context = Both(Written), course = Both("Verloop"), planningAssumptions = new[] { Both("Een"), Both($"Twee [[DEPV 5.1.2.h: {Secret} drie]]") }, marking = "Public" });
        var id = add.Text("id");
        var seen = await other.GetJsonAsync($"/scenarios/{id}");

        await other.PostJsonAsync($"/scenarios/{id}/versions", Scenario(
            seen.GetProperty("context").Text("nl") + " nieuw",
            [seen.GetProperty("planningAssumptions")[1].Text("nl"), seen.GetProperty("planningAssumptions")[0].Text("nl")], "Aangevuld"), 1);

        var whole = await analyst.GetJsonAsync($"/scenarios/{id}");
        whole.GetProperty("context").Text("nl").ShouldEndWith("twee]] eind nieuw");
        whole.GetProperty("planningAssumptions")[0].Text("nl").ShouldBe($"Twee [[DEPV 5.1.2.h #1: {Secret} drie]]");
        foreach (var path in new[] { $"/scenarios/{id}/versions", $"/scenarios/{id}/versions?from=1&to=2", $"/scenarios/{id}", $"/history/{id}", $"/scenarios/{id}/revise" })
        {
            (await other.GetStringAsync(path)).ShouldNotContain(Secret, customMessage: path);
        }

        (await site.AsConsoleAsync((db, _) => db.Set<Weerbaar.WorkingMethod.Scenarios.ScenarioVersion>().ToListAsync()))
            .ShouldAllBe(v => v.Description.Context.Nl.Contains(Secret) && v.Description.PlanningAssumptions.Any(p => p.Nl.Contains(Secret)));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_read_past_the_objects_shows_no_passage_to_anybody(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.AddThreatAsync("Dreiging", "Public", Written);

        var bare = await site.AsConsoleAsync((db, _) => db.Set<Threat>().Select(t => t.Summary).SingleAsync());

        bare.Nl.ShouldBe(Withheld);
    }

    [Theory, OnEveryDatabase]
    public async Task The_journal_keeps_a_passage_whole_and_shows_it_to_who_may_read_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Coordinator);
        using var other = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Written);
        (await analyst.EditSummaryAsync(id, s => s.Replace("een]]", "een en meer]]", StringComparison.Ordinal))).EnsureSuccessStatusCode();

        (await analyst.GetStringAsync($"/api/v1/journal?objectId={id}")).ShouldContain($"{Secret} een en meer");
        (await other.GetStringAsync($"/api/v1/journal?objectId={id}")).ShouldNotContain(Secret);
        (await other.GetStringAsync($"/history/{id}")).ShouldNotContain(Secret);
        (await site.AsConsoleAsync((db, _) => Weerbaar.Platform.Journal.JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("gewoon [een] [[x]] [[DEPV: y", "x")]
    [InlineData("[[DEPV 5.1.2.b #1: a [[INT 5.2 #2: b]] c]]", "c")]
    public void What_looks_like_a_passage_and_is_none_is_withheld_from_where_it_begins(string text, string lost)
    {
        var shown = Passages.Shown(text, Marking.Public, default, "nl");

        shown.ShouldNotContain(lost + "]]");
        shown.ShouldEndWith("[Passage gelakt]");
    }

    [Fact]
    public void What_stands_in_the_place_of_a_passage_does_not_depend_on_its_words() =>
        new[] { "a", new string('b', 5000), "<b>", "één" }.Select(words => Passages.Shown($"x [[DEPV 5.2 #3: {words}]] y", Marking.Internal, default, "en")).Distinct()
            .ShouldBe(["x [Passage withheld #3 — Woo art. 5.2] y"]);

    [Fact]
    public void The_grounds_are_those_of_the_act() =>
        WooGround.All.Select(g => g.Citation).ShouldBe(
        [
            .. "abcde".Select(l => $"Woo art. 5.1 lid 1 {l}"), .. "abcdefghi".Select(l => $"Woo art. 5.1 lid 2 {l}"), "Woo art. 5.1 lid 5", "Woo art. 5.2",
        ]);
}
