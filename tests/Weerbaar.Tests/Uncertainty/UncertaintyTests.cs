using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Assessment;
using Weerbaar.WorkingMethod.Assessment.Simulate;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.Tests.Markings;

namespace Weerbaar.Tests.Uncertainty;

public sealed class UncertaintyTests
{
    [Theory, OnEveryDatabase]
    public async Task GetUncertainty_gives_what_the_file_with_the_same_judgements_gives_to_the_bit(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await JudgedRound.OpenAsync(coordinator);
        using var folder = new ScratchFolder();
        var file = FromAssessment.Read(folder.Write("round.yaml", JudgedRound.Yaml(scenarios)), "interests", Methods.Editions);

        var view = await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty?samples=20000&seed=5&weights=interests");

        using var output = new MemoryStream();
        SimulateVerb.Run(file, new SimulateRequest { Samples = 20_000, Seed = 5, Json = true }, output);
        var written = JsonDocument.Parse(output.ToArray()).RootElement;
        view.GetProperty("run").Text("inputHash").ShouldBe(written.Text("inputHash"));
        foreach (var table in new[] { "rankAcceptability", "centralWeights", "confidence", "holisticIndex", "pairwise", "rankEntropy" })
        {
            view.GetProperty(table).GetRawText().ShouldBe(written.GetProperty(table).GetRawText(), table);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task GetUncertainty_has_rows_and_columns_that_sum_to_one_and_repeats_its_seed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, _) = await JudgedRound.OpenAsync(coordinator);

        var one = await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty?samples=9000&seed=7&sampling=qmc");

        var rows = one.GetProperty("rankAcceptability").EnumerateArray().Select(r => r.EnumerateArray().Select(v => v.GetDouble()).ToList()).ToList();
        rows.ForEach(row => row.Sum().ShouldBe(1, 1e-12));
        Enumerable.Range(0, 3).ToList().ForEach(rank => rows.Sum(row => row[rank]).ShouldBe(1, 1e-12));
        one.GetProperty("scenarios").EnumerateArray().ToList().ForEach(s => s.GetProperty("bands").EnumerateObject().Sum(b => b.Value.GetDouble()).ShouldBe(1, 1e-9));
        one.GetProperty("run").GetProperty("seed").GetUInt64().ShouldBe(7UL);
        one.GetProperty("scenarios")[0].GetProperty("areas").GetArrayLength().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task GetOverturn_names_a_judgement_that_really_overturns_the_order(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, _) = await JudgedRound.OpenAsync(coordinator);
        var line = (await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty/overturn")).GetProperty("neighbours")[0];
        var change = line.GetProperty("judgement");
        (await RankAsync(line.Text("aboveId"))).ShouldBeLessThan(await RankAsync(line.Text("belowId")));

        var to = change.Text("to");
        await JudgedRound.JudgeAsync(coordinator, round, change.Text("scenarioId"), change.Text("criterion"), to, to, to, version: 1);

        (await RankAsync(line.Text("belowId"))).ShouldBeLessThan(await RankAsync(line.Text("aboveId")));

        async Task<int> RankAsync(string scenario) => (await coordinator.GetJsonAsync($"/rounds/{round}")).GetProperty("scenarios").EnumerateArray()
            .Single(s => s.Text("scenarioId") == scenario).GetProperty("rank").GetInt32();
    }

    [Theory, OnEveryDatabase]
    public async Task A_confidential_scenario_is_in_no_result_table_sample_or_page_of_a_reader(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        var (round, scenarios) = await JudgedRound.OpenAsync(coordinator);
        await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty");
        using var marked = await coordinator.SendJsonAsync(HttpMethod.Put, $"/objects/{scenarios[1]}/marking", new { marking = "DepartmentalConfidential", reason = "Bronnen" }, 1);
        marked.StatusCode.ShouldBe(HttpStatusCode.OK);

        string[] routes = ["", "/overturn", "/samples", "/run", .. UncertaintyTables.Names.Select(t => $"/tables/{t}")];
        foreach (var path in routes.Select(r => $"/api/v1/rounds/{round}/uncertainty{r}").Concat(new[] { "", "/order", "/weights", "/weights?weights=uniform", "/questions" }.Select(p => $"/rounds/{round}/uncertainty{p}")))
        {
            var text = await reader.GetStringAsync(path);
            text.ShouldNotContain(scenarios[1], customMessage: path);
            text.ShouldNotContain("Griep", customMessage: path);
        }

        (await reader.GetJsonAsync($"/rounds/{round}/uncertainty")).GetProperty("rankAcceptability").GetArrayLength().ShouldBe(2);
        (await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty")).GetProperty("rankAcceptability").GetArrayLength().ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task Wishes_that_cannot_be_are_refused_with_what_can(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, _) = await JudgedRound.OpenAsync(coordinator);

        string[] takenByThePage = ["error=0,001", "samples=5000&error=0.01", "sample=5000"];
        foreach (var (wish, say) in new[]
        {
            ("samples=0", "10000000"), ("samples=1000000000000", "10000000"), ("sampling=best", "qmc"), ("error=0", "001"), ("error=2", "001"),
            ("error=0,001", "komma"), ("error=abc", "0.001"), ("error=NaN", "0.001"), ("samples=5000&error=0.01", "niet allebei"), ("sample=5000", "samples, error, seed"),
            ("weights=nonsense", "equal-per-criterion"), ("weights=order:1.1>2.1", "moet elk criterium precies één keer staan"), ("weights=fixed:1,2", "Er zijn 2 gewichten en 10 criteria."), ("valueFunction=base7", "base10"),
        })
        {
            using var answer = await coordinator.GetAsync($"/api/v1/rounds/{round}/uncertainty?{wish}");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, wish);
            var page = await coordinator.GetAsync($"/rounds/{round}/uncertainty?{wish.Replace("valueFunction", "value", StringComparison.Ordinal)}");
            page.StatusCode.ShouldBe(takenByThePage.Contains(wish) ? HttpStatusCode.OK : HttpStatusCode.BadRequest, wish);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            problem.Text("detail").ShouldContain(say, customMessage: wish);
            problem.GetProperty("errors").EnumerateObject().ShouldContain(e => e.Name == wish.Split('=')[0], wish);
        }

        (await coordinator.GetStringAsync($"/rounds/{round}/uncertainty?samples=5000&error=0,01")).ShouldContain("U vroeg een rekenfout van 0,01: daarom is 16.384 keer getrokken.");
        using var many = await coordinator.GetAsync($"/rounds/{round}/uncertainty?samples=many");
        WebUtility.HtmlDecode(await many.Content.ReadAsStringAsync()).ShouldContain("'many'");
        (await coordinator.GetAsync($"/api/v1/rounds/{round}/uncertainty?samples=many")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await coordinator.GetAsync("/api/v1/rounds/nowhere/uncertainty")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task ExportUncertainty_gives_every_table_the_samples_and_the_record(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await JudgedRound.OpenAsync(coordinator);

        foreach (var table in UncertaintyTables.Names)
        {
            (await coordinator.GetStringAsync($"/api/v1/rounds/{round}/uncertainty/tables/{table}?recipient=BZK")).Split("\r\n").Length.ShouldBeGreaterThan(table == "yearly-loss" ? 1 : 2, table);
        }

        var money = await JudgedRound.OpenMonetisedAsync(coordinator);
        var losses = (await coordinator.GetStringAsync($"/api/v1/rounds/{money}/uncertainty/tables/yearly-loss?recipient=BZK")).Trim('\uFEFF').Split("\r\n");
        losses[0].ShouldBe("currency,loss_exceeded,yearly_probability,standard_error,once_in_years");
        losses.Length.ShouldBeGreaterThan(50);

        (await coordinator.GetAsync($"/api/v1/rounds/{round}/uncertainty/tables/none?recipient=BZK")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var sips = (await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty/samples?samples=500&recipient=BZK")).GetProperty("sips");
        sips[0].Text("name").ShouldBe(scenarios[0]);
        sips[0].GetProperty("metadata").GetProperty("count").GetInt32().ShouldBe(500);
        (await coordinator.GetStringAsync($"/api/v1/rounds/{round}/uncertainty/tables/samples?samples=500&recipient=BZK")).Trim().Split("\r\n").Length.ShouldBe(501);
        (await coordinator.GetJsonAsync($"/rounds/{round}/uncertainty/run")).Text("weightExpression").ShouldStartWith("fixed:");
        (await coordinator.GetStringAsync($"/rounds/{round}/uncertainty?samples=500")).ShouldContain($"/rounds/{round}/uncertainty/files/ranks.csv?samples=500");
        (await coordinator.DownloadAsync($"/rounds/{round}/uncertainty/files/ranks.csv?samples=500")).ShouldContain("rank_1");
        (await coordinator.GetAsync($"/rounds/{round}/uncertainty/files/none.csv")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task What_explains_a_difference_is_a_table_that_leaves_a_journal_entry_and_refuses_pairs_that_cannot_be(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await JudgedRound.OpenAsync(coordinator);
        var address = $"/api/v1/rounds/{round}/uncertainty/tables/explained?samples=2000&weights=uniform";

        var lines = (await coordinator.GetStringAsync($"{address}&one={scenarios[2]}&other={scenarios[0]}")).Trim('\uFEFF').Split("\r\n");

        lines[0].ShouldBe("above,below,input,scenario,criterion,first_order,first_order_error,total,total_error");
        lines.Count(l => l.StartsWith($"{scenarios[0]},{scenarios[2]},weights,,,", StringComparison.Ordinal)).ShouldBe(1);
        lines.Skip(1).Where(l => l.Length > 0).ShouldAllBe(l => l.StartsWith($"{scenarios[0]},{scenarios[2]},", StringComparison.Ordinal));
        (await site.AsConsoleAsync((db, _) => Task.FromResult(db.Journal.Any(e => e.Reason.Contains("explained.csv") || e.After.Contains("explained.csv"))))).ShouldBeTrue();
        foreach (var wish in new[] { "one=nobody", $"other=nobody&one={scenarios[0]}", $"one={scenarios[0]}&other={scenarios[0]}" })
        {
            (await coordinator.GetAsync($"{address}&{wish}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest, wish);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_pages_say_what_weights_do_and_where_the_uncertainty_comes_from(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await JudgedRound.OpenAsync(coordinator);

        var known = await coordinator.GetStringAsync($"/rounds/{round}/uncertainty/weights?samples=2000");
        var free = await coordinator.GetStringAsync($"/rounds/{round}/uncertainty/weights?samples=2000&weights=uniform&one={scenarios[0]}&other={scenarios[2]}");
        var asked = await coordinator.GetStringAsync($"/rounds/{round}/uncertainty/questions?samples=2000&weights=uniform");

        known.ShouldContain("Gewichten vrijlaten");
        known.ShouldContain("weights=uniform");
        free.ShouldContain("central-drawing-wide");
        free.ShouldContain("Verschil tussen A «Overstroming» en B «Hitte» bij andere gewichten");
        asked.ShouldContain("De gewichten, samen");
    }

    [Theory, OnEveryDatabase]
    public async Task A_method_that_counts_in_money_draws_what_a_year_may_cost(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var round = await JudgedRound.OpenMonetisedAsync(coordinator);

        var page = await coordinator.GetStringAsync($"/rounds/{round}/uncertainty?samples=2000");

        page.ShouldContain("loss-drawing-wide");
        page.ShouldContain("eens per 100 jaar:");
        (await coordinator.GetStringAsync($"/rounds/{round}/uncertainty/weights?samples=2000")).ShouldContain("Nog niets te vergelijken");
    }

    [Theory, OnEveryDatabase]
    public async Task A_round_without_a_judged_scenario_says_what_to_do_first(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var round = (await coordinator.PostJsonAsync("/rounds", new { title = new { nl = "Leeg", en = "" }, editionId = "nl-2009", scenarioIds = Array.Empty<string>() })).Text("id");

        (await coordinator.GetStringAsync($"/rounds/{round}/uncertainty")).ShouldContain("Beoordeel eerst een scenario");
        (await coordinator.GetAsync($"/api/v1/rounds/{round}/uncertainty")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
