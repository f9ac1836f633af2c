using System.Net;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Tests.Assessment;
using Weerbaar.Tests.Scenarios;

namespace Weerbaar.Tests.Markings;

/// <summary>Words that are marked after they were written are withheld wherever they stand written from before.</summary>
public sealed class LaterPassageTests
{
    private const string Secret = "Qzwart";
    private const string Open = $"Begin {Secret} eind";
    private const string Marked = $"Begin [[DEPV 5.1.2.b: {Secret}]] eind";

    private static readonly MarkedPassage passage = new(Marking.DepartmentalConfidential, "5.1.2.b", 1, Secret);

    [Fact]
    public void What_stood_open_goes_under_the_later_passage_as_a_whole() =>
        LaterPassages.Cover(Open, [passage]).ShouldBe($"[[DEPV 5.1.2.b: {Open}]]");

    [Fact]
    public void What_was_marked_already_stays_as_it_was() =>
        LaterPassages.Cover($"Begin [[DEPV 5.1.2.b #4: {Secret}]] eind", [passage]).ShouldBe($"Begin [[DEPV 5.1.2.b #4: {Secret}]] eind");

    [Theory]
    [InlineData($"Begin [[INT 5.1.2.b #1: {Secret}]] eind")]
    [InlineData("Begin [[DEPV 5.1.2.b #1: iets anders]] eind")]
    public void A_passage_that_was_lower_or_said_something_else_covers_nothing_of_it(string then) =>
        Passages.Shown(LaterPassages.Cover(then, [passage]), Marking.Internal, default, "nl").ShouldBe("[Passage gelakt — Woo art. 5.1 lid 2 b][Passage gelakt #1 — Woo art. 5.1 lid 2 b][Passage gelakt — Woo art. 5.1 lid 2 b]");

    [Theory]
    [InlineData("een Rotterdam", 1)]
    [InlineData("een open", 0)]
    [InlineData("iets anders", 0)]
    public void A_passage_that_is_rewritten_covers_only_where_words_stood_open_that_it_took_in(string words, int covering)
    {
        var since = PassagesSince.Between("", "Ligt open [[DEPV 5.1.2.b #1: een]]", $"Ligt open [[DEPV 5.1.2.b #1: {words}]]");

        PassagesSince.Of(since, "").Of("Rotterdam ligt open").Count.ShouldBe(covering);
    }

    [Theory]
    [InlineData("een. De haven, van Rotterdam", 1)]
    [InlineData("een. Rotterdam en de haven", 0)]
    public void Elsewhere_it_covers_where_the_words_put_into_it_stood_one_after_the_other(string words, int covering)
    {
        var since = PassagesSince.Between("nl", "Open [[DEPV 5.1.2.b #1: een]]", $"Open [[DEPV 5.1.2.b #1: {words}]]");

        PassagesSince.Of(since, "en").Of("Hier ligt de haven van Rotterdam.").Count.ShouldBe(covering);
    }

    [Fact]
    public void A_passage_of_then_keeps_a_higher_level_of_its_own() =>
        Passages.In(LaterPassages.Cover("A [[STG-G 5.1.2.b #1: x]] B", [passage])).Select(p => (p.Level, p.Words))
            .ShouldBe([(Marking.DepartmentalConfidential, "A "), (Marking.StateSecret, "x"), (Marking.DepartmentalConfidential, " B")]);

    [Fact]
    public void What_covers_lasts_as_long_as_the_last_passage_does()
    {
        var soon = passage with { Until = new DateOnly(2027, 1, 1) };
        var covered = LaterPassages.Cover(Open, [soon with { Level = Marking.StateSecret }, passage with { Words = "meer" }]);

        Passages.In(covered).ShouldHaveSingleItem().ShouldBe(new(Marking.StateSecret, "5.1.2.b", null, Open));
        Passages.In(LaterPassages.Cover(Open, [soon])).ShouldHaveSingleItem().Until.ShouldBe(soon.Until);
    }

    [Theory, OnEveryDatabase]
    public async Task The_history_and_the_journal_withhold_it_also_when_the_passage_is_gone_again(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        using var coordinator = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        using var cleared = await site.SignInAsync(Role.Coordinator);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Open);
        (await analyst.EditSummaryAsync(id, _ => Marked)).EnsureSuccessStatusCode();
        await WithheldAsync();
        (await analyst.EditSummaryAsync(id, _ => "Begin eind")).EnsureSuccessStatusCode();
        await WithheldAsync();

        (await cleared.GetStringAsync($"/history/{id}")).ShouldContain(Secret);

        async Task WithheldAsync()
        {
            (await reader.GetStringAsync($"/history/{id}")).ShouldNotContain(Secret);
            foreach (var path in new[] { $"/history/{id}", $"/journal?objectId={id}", $"/api/v1/journal?objectId={id}", "/api/v1/journal" })
            {
                (await coordinator.GetStringAsync(path)).ShouldNotContain(Secret, customMessage: path);
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Words_that_stood_in_another_field_are_withheld_too(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = (await analyst.PostJsonAsync("/scenarios", ScenarioRequests.Flood(Open, marking: "Public"))).Text("id");

        await analyst.PostJsonAsync($"/scenarios/{id}/versions", new
        {
            nature = "Hazard", title = new { nl = "Overstroming", en = "Flood" }, context = new { nl = $"Weken [[DEPV 5.1.2.b: {Secret}]]", en = "" }, reason = "Verplaatst",
        }, version: 1);

        foreach (var path in new[] { $"/history/{id}", $"/api/v1/objects/{id}/history", $"/api/v1/scenarios/{id}/versions", $"/api/v1/scenarios/{id}/difference?from=1&to=2" })
        {
            (await reader.GetStringAsync(path)).ShouldNotContain(Secret, customMessage: path);
        }

        var before = (await reader.GetJsonAsync($"/scenarios/{id}/versions")).GetProperty("items")[1].GetProperty("description");
        before.GetProperty("context").Text("en").ShouldBe("Weeks of high water.");
        before.GetProperty("title").Text("nl").ShouldBe("Overstroming");
    }

    [Theory, OnEveryDatabase]
    public async Task The_reason_of_a_judgement_from_before_is_withheld_too(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        var (round, scenarios) = await analyst.OpenRoundAsync("Storm");
        await analyst.JudgeAsync(round, scenarios[0], RoundRequests.Criteria[0], "C", reason: Open);
        (await reader.GetStringAsync($"/history/{round}")).ShouldContain(Secret);

        await analyst.JudgeAsync(round, scenarios[0], RoundRequests.Criteria[0], "C", version: 1, reason: Marked);

        (await reader.GetStringAsync($"/history/{round}")).ShouldNotContain(Secret);
        (await reader.GetStringAsync($"/api/v1/objects/{round}/history")).ShouldNotContain(Secret);
    }

    [Theory, OnEveryDatabase]
    public async Task As_it_was_before_withholds_it_beside_a_passage_of_then(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", $"Begin [[DEPV 5.1.2.b: eerder]] {Secret} eind");
        var then = clock.GetUtcNow();
        clock.Move(TimeSpan.FromHours(1));
        (await reader.GetStringAsync(Past.Address($"/api/v1/threats/{id}", then))).ShouldContain(Secret);
        (await analyst.EditSummaryAsync(id, s => s.Replace(Secret, $"[[DEPV 5.1.2.b: {Secret}]]", StringComparison.Ordinal))).EnsureSuccessStatusCode();

        (await reader.GetStringAsync(Past.Address($"/api/v1/threats/{id}", then))).ShouldNotContain(Secret);
        (await reader.GetStringAsync(Past.Address($"/threats/{id}", then))).ShouldNotContain(Secret);
        (await analyst.GetStringAsync(Past.Address($"/threats/{id}", then))).ShouldContain(Secret);
    }

    [Theory, OnEveryDatabase]
    public async Task Older_versions_of_a_scenario_withhold_it(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = (await analyst.PostJsonAsync("/scenarios", ScenarioRequests.Flood(Open, marking: "Public"))).Text("id");

        await analyst.PostJsonAsync($"/scenarios/{id}/versions", ScenarioRequests.Revision($"{Open}.", reason: $"Over {Secret}"), version: 1);
        (await reader.GetStringAsync($"/scenarios/{id}/versions")).ShouldContain($"Over {Secret}");
        var then = clock.GetUtcNow();
        clock.Move(TimeSpan.FromHours(1));

        await analyst.PostJsonAsync($"/scenarios/{id}/versions", ScenarioRequests.Revision(Marked), version: 2);

        foreach (var path in new[] { $"/scenarios/{id}/versions", $"/scenarios/{id}/versions?from=1&to=2", $"/api/v1/scenarios/{id}/versions", $"/api/v1/scenarios/{id}/difference?from=1&to=2", $"/history/{id}", Past.Address($"/scenarios/{id}/versions", then), "/exports/scenario_versions/json", "/exports/scenario_versions/csv" })
        {
            var answer = await reader.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain(Secret, customMessage: path);
        }

        (await analyst.GetStringAsync($"/scenarios/{id}/versions")).ShouldContain($"<mark class=\"w-passage\"><small class=\"w-passage-mark\">DEPV · Woo 5.1.2.b</small> Over {Secret}</mark>");
        (await analyst.GetJsonAsync($"/scenarios/{id}/versions")).GetProperty("items")[2].GetProperty("description").GetProperty("context").Text("nl").ShouldBe("Weken met hoog water.");
    }
}
