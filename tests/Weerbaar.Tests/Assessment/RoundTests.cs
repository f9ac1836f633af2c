using System.Net;
using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Assessment;

public sealed class RoundTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, OnEveryDatabase]
    public async Task OpenRound_and_ListRounds_show_the_round_as_a_draft(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        await OpenAsync(coordinator);

        var rounds = await coordinator.GetJsonAsync("/rounds");
        rounds.GetProperty("items")[0].Text("status").ShouldBe("Draft");
    }

    [Theory, OnEveryDatabase]
    public async Task OpenRound_on_an_edition_that_is_not_there_names_those_that_are(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        using var answer = await coordinator.SendJsonAsync(HttpMethod.Post, "/rounds", new { title = new { nl = "Ronde", en = "" }, editionId = "nl-1066" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("nl-2009");
    }

    [Theory, OnEveryDatabase]
    public async Task JudgeCriterion_on_every_criterion_gives_the_published_weighted_sum(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenario) = await OpenAsync(coordinator);

        await JudgeAllAsync(coordinator, round, scenario, "DXEDCDCEBD");

        var outcome = (await coordinator.GetJsonAsync($"/rounds/{round}?weights=equal-per-criterion")).GetProperty("scenarios")[0];
        outcome.GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(0.3592592593, 1e-9);
        outcome.GetProperty("missing").GetArrayLength().ShouldBe(0);
        var base10 = (await coordinator.GetJsonAsync($"/rounds/{round}?weights=equal-per-interest&valueFunction=base10")).GetProperty("scenarios")[0];
        base10.GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(0.1794, 1e-9);
    }

    [Theory, OnEveryDatabase]
    public async Task JudgeCriterion_changes_the_order_of_the_scenarios(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, first) = await OpenAsync(coordinator, scenarios: 2);
        var second = (await coordinator.GetJsonAsync($"/rounds/{round}")).GetProperty("scenarios")[1].Text("scenarioId");
        await JudgeAllAsync(coordinator, round, first, "CCCCCCCCCC");
        await JudgeAllAsync(coordinator, round, second, "BBBBBBBBBB");

        using var answer = await JudgeAsync(coordinator, round, second, "2.1", "E", "E", "E", version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var ranks = (await coordinator.GetJsonAsync($"/rounds/{round}")).GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("rank").GetInt32());
        ranks.ShouldBe([2, 1]);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_people_who_judge_the_same_criterion_do_not_overwrite_each_other(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var (round, scenario) = await OpenAsync(coordinator);

        using var first = await JudgeAsync(coordinator, round, scenario, "2.1", "C", "C", "C", version: 0);
        using var second = await JudgeAsync(analyst, round, scenario, "2.1", "D", "D", "D", version: 0);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory, OnEveryDatabase]
    public async Task A_version_of_a_judgement_that_was_never_there_is_refused(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenario) = await OpenAsync(coordinator);

        using var answer = await JudgeAsync(coordinator, round, scenario, "2.1", "C", "C", "C", version: 7);

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Theory, OnEveryDatabase]
    public async Task A_judgement_off_the_scale_or_out_of_order_is_refused_with_what_to_do(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenario) = await OpenAsync(coordinator);

        foreach (var (criterion, lower, best, upper, say) in new[]
        {
            ("2.1", "F", "F", "F", "Kies uit X, A, B, C, D, E"),
            ("2.1", "D", "C", "E", "lage klasse"),
            ("2.1", "A", "C", "B", "hoge klasse"),
            ("9.9", "A", "A", "A", "geen criterium 9.9"),
        })
        {
            using var answer = await JudgeAsync(coordinator, round, scenario, criterion, lower, best, upper, version: 0);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(say);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task JudgeScenario_takes_a_likelihood_as_class_sub_level_percentage_or_return_period(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenario) = await OpenAsync(coordinator);
        var version = 0;

        foreach (var (text, expected) in new[] { ("C", "C"), ("c-hoog", "C"), ("2%", "C"), ("1/250", "C"), ("60%", "E"), ("C-high", "C") })
        {
            using var answer = await LikelihoodAsync(coordinator, round, scenario, text, version++);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            var outcome = (await coordinator.GetJsonAsync($"/rounds/{round}")).GetProperty("scenarios")[0];
            outcome.GetProperty("likelihood").Text("class").ShouldBe(expected);
            if (text == "c-hoog")
            {
                outcome.GetProperty("likelihood").Text("level").ShouldBe("C-high");
                outcome.GetProperty("assessed").GetProperty("likelihood").Text("best").ShouldBe("C-high");
            }
        }

        using var wrong = await LikelihoodAsync(coordinator, round, scenario, "soon", version);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task EstablishRound_refuses_an_incomplete_round_then_closes_a_complete_one(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenario) = await OpenAsync(coordinator);

        using var early = await coordinator.SendJsonAsync(HttpMethod.Post, $"/rounds/{round}/establishment", new { }, version: 1);
        await JudgeAllAsync(coordinator, round, scenario, "CCCCCCCCCC");
        using var likely = await LikelihoodAsync(coordinator, round, scenario, "C", 0);
        using var established = await coordinator.SendJsonAsync(HttpMethod.Post, $"/rounds/{round}/establishment", new { on = "2026-11-01" }, version: 1);
        using var late = await JudgeAsync(coordinator, round, scenario, "2.1", "A", "A", "A", version: 1);
        using var reopened = await coordinator.SendJsonAsync(HttpMethod.Post, $"/rounds/{round}/reopening", new { reason = "Nieuwe gegevens" }, version: 2);

        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        established.StatusCode.ShouldBe(HttpStatusCode.OK, await established.Content.ReadAsStringAsync());
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        reopened.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task ChangeRound_adds_a_scenario_and_leaves_out_another(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, _) = await OpenAsync(coordinator);
        var added = await AddScenarioAsync(coordinator, "Droogte");

        using var answer = await coordinator.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}", new
        {
            title = new { nl = "Ronde", en = "" },
            summary = new { nl = "", en = "" },
            scenarioIds = new[] { added },
            restsOn = Array.Empty<string>(),
        }, version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await coordinator.GetJsonAsync($"/rounds/{round}")).GetProperty("scenarios").EnumerateArray().Select(s => s.Text("scenarioId")).ShouldBe([added]);
    }

    [Theory, OnEveryDatabase]
    public async Task CompareRounds_names_every_judgement_that_differs(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (before, scenario) = await OpenAsync(coordinator);
        await JudgeAllAsync(coordinator, before, scenario, "CCCCCCCCCC");
        var after = (await coordinator.PostJsonAsync("/rounds", new { title = new { nl = "Later", en = "" }, editionId = "nl-2009", scenarioIds = new[] { scenario } })).Text("id");
        await JudgeAllAsync(coordinator, after, scenario, "CCCCCCCCCD");

        var line = (await coordinator.GetJsonAsync($"/rounds/{after}/comparison?with={before}")).GetProperty("items")[0];

        line.GetProperty("judgements").EnumerateArray().ShouldHaveSingleItem().Text("criterion").ShouldBe("5.3");
    }

    [Theory, OnEveryDatabase]
    public async Task GetRound_shows_a_reader_nothing_of_a_confidential_scenario(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        var (round, scenario) = await OpenAsync(coordinator, scenarios: 2);
        await JudgeAllAsync(coordinator, round, scenario, "CCCCCCCCCC");
        using var marked = await coordinator.SendJsonAsync(HttpMethod.Put, $"/objects/{scenario}/marking", new { marking = "DepartmentalConfidential", reason = "Bronnen" }, 1);
        marked.StatusCode.ShouldBe(HttpStatusCode.OK);

        var seen = await reader.GetJsonAsync($"/rounds/{round}");

        seen.GetProperty("scenarios").GetArrayLength().ShouldBe(1);
        seen.GetRawText().ShouldNotContain(scenario);
    }

    [Theory, OnEveryDatabase]
    public async Task ListEditions_names_the_criteria_and_ComputeClass_reads_their_tables(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);
        var edition = (await reader.GetJsonAsync("/method-editions")).GetProperty("items").EnumerateArray().Single(e => e.Text("id") == "nl-2009");
        edition.GetProperty("criteria").GetArrayLength().ShouldBe(10);

        using var answer = await reader.SendJsonAsync(HttpMethod.Post, "/method-editions/nl-2009/criteria/2.1/class", new
        {
            amounts = new Dictionary<string, double> { ["deaths"] = 500 },
            steps = new { },
            marks = new { },
            classes = new { },
            corrections = Array.Empty<string>(),
        });

        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        JsonDocument.Parse(text).RootElement.Text("class").ShouldBe("C");
    }

    private static async Task<(string Round, string Scenario)> OpenAsync(HttpClient client, int scenarios = 1)
    {
        var ids = new List<string>();
        for (var i = 0; i < scenarios; i++)
        {
            ids.Add(await AddScenarioAsync(client, $"Overstroming {i}"));
        }

        var round = await client.PostJsonAsync("/rounds", new { title = new { nl = "Ronde", en = "" }, editionId = "nl-2009", scenarioIds = ids });
        return (round.Text("id"), ids[0]);
    }

    private static async Task<string> AddScenarioAsync(HttpClient client, string title) =>
        (await client.PostJsonAsync("/scenarios", new { title = new { nl = title, en = "" }, nature = "Hazard" })).Text("id");

    private static async Task JudgeAllAsync(HttpClient client, string round, string scenario, string letters)
    {
        foreach (var (criterion, letter) in RoundRequests.Criteria.Zip(letters))
        {
            using var answer = await JudgeAsync(client, round, scenario, criterion, $"{letter}", $"{letter}", $"{letter}", version: 0);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }
    }

    private static Task<HttpResponseMessage> JudgeAsync(
        HttpClient client, string round, string scenario, string criterion, string lower, string best, string upper, long version) =>
        client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenario}/judgements/{criterion}", new { lower, best, upper }, version);

    private static Task<HttpResponseMessage> LikelihoodAsync(HttpClient client, string round, string scenario, string text, long version) =>
        client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenario}/likelihood",
            new { range = new { lower = text, best = text, upper = text } }, version);
}
