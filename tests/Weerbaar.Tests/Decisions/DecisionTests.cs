using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Scenarios;

namespace Weerbaar.Tests.Decisions;

/// <summary>A round with one judged scenario, an advice, and decisions on them, as a client of the API makes them.</summary>
internal sealed record Cycle(HttpClient Client, string ScenarioId, string RoundId, string AdviceId)
{
    public static async Task<Cycle> StartAsync(HttpClient client)
    {
        var scenario = (await client.PostJsonAsync("/scenarios", ScenarioRequests.Flood(marking: "Public"))).Text("id");
        var round = (await client.PostJsonAsync("/rounds", new
        {
            title = new { nl = "Ronde", en = "Round" },
            editionId = "nl-2009",
            scenarioIds = new[] { scenario },
            marking = "Public",
        })).Text("id");
        var advice = (await client.PostJsonAsync("/advices", new { adviceKind = "Advice", title = new { nl = "Advies", en = "Advice" }, marking = "Public" })).Text("id");
        var cycle = new Cycle(client, scenario, round, advice);
        await cycle.JudgeAsync("likelihood", "C", version: 0);
        await cycle.JudgeAsync("overall", "C", version: 1);
        return cycle;
    }

    public Task<HttpResponseMessage> JudgeAsync(string what, string letter, long version) => Client.SendJsonAsync(
        HttpMethod.Put, $"/rounds/{RoundId}/scenarios/{ScenarioId}/{what}",
        new { range = new { lower = letter, best = letter, upper = letter }, note = new { nl = "", en = "" } }, version);

    public object Decision(string? basis = null, string[]? adopts = null) => new
    {
        title = new { nl = "Overgenomen", en = "Taken over" },
        date = "2026-07-03",
        body = new { nl = "Kabinet", en = "Cabinet" },
        adopts = adopts ?? [AdviceId],
        basis = basis ?? RoundId,
        marking = "Public",
    };

    public async Task<string> DecideAsync() => (await Client.PostJsonAsync("/decisions", Decision())).Text("id");
}

public sealed class RecordDecisionTests
{
    [Theory, OnEveryDatabase]
    public async Task A_decision_is_bound_to_what_the_round_says_and_rests_on_it_and_on_the_advices(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));

        var decision = await cycle.Client.PostJsonAsync("/decisions", cycle.Decision());

        decision.Text("basisState").ShouldBe("Current");
        decision.Text("basisHash").Length.ShouldBe(64);
        var links = (await cycle.Client.GetJsonAsync($"/objects/{decision.Text("id")}/thread")).GetProperty("links");
        links.EnumerateArray().Where(l => l.Text("from") == decision.Text("id")).Select(l => l.Text("restsOn"))
            .ShouldBe([cycle.RoundId, cycle.AdviceId], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_a_round_can_be_the_basis_and_only_advices_can_be_taken_over(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));

        (await FieldsAsync(cycle, cycle.Decision(basis: cycle.AdviceId))).ShouldBe(["basis"]);
        (await FieldsAsync(cycle, cycle.Decision(adopts: [cycle.ScenarioId]))).ShouldBe(["adopts"]);
        (await FieldsAsync(cycle, cycle.Decision(adopts: ["nothing"]))).ShouldBe(["adopts"]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_analyst_may_not_record_decisions(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var analyst = await site.SignInAsync(Role.Analyst);

        (await analyst.SendJsonAsync(HttpMethod.Post, "/decisions", cycle.Decision())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Cycle cycle, object decision)
    {
        var answer = await cycle.Client.SendJsonAsync(HttpMethod.Post, "/decisions", decision);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name);
    }
}

public sealed class GetDecisionTests
{
    [Theory, OnEveryDatabase]
    public async Task A_decision_is_stale_by_itself_when_its_round_changes_and_names_what_changed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var id = await cycle.DecideAsync();

        (await cycle.JudgeAsync("likelihood", "D", version: 2)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var view = await cycle.Client.GetJsonAsync($"/decisions/{id}");
        view.GetProperty("decision").Text("basisState").ShouldBe("Stale");
        var line = view.GetProperty("basis").EnumerateArray().ShouldHaveSingleItem();
        (line.GetProperty("then").Text("likelihood"), line.GetProperty("now").Text("likelihood")).ShouldBe(("C", "D"));
        (line.GetProperty("then").Text("impact"), line.GetProperty("now").Text("impact")).ShouldBe(("C", "C"));
        line.GetProperty("differs").GetBoolean().ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_judgement_put_back_as_it_was_makes_the_decision_current_again(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var id = await cycle.DecideAsync();
        await cycle.JudgeAsync("likelihood", "D", version: 2);

        await cycle.JudgeAsync("likelihood", "C", version: 3);

        (await cycle.Client.GetJsonAsync($"/decisions/{id}")).GetProperty("decision").Text("basisState").ShouldBe("Current");
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_who_may_not_see_a_scenario_sees_nothing_of_it_in_the_basis_and_no_false_alarm(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var reader = await site.SignInAsync(Role.Reader);
        var id = await cycle.DecideAsync();
        (await reader.GetJsonAsync($"/decisions/{id}")).GetProperty("basis").GetArrayLength().ShouldBe(1);

        await cycle.Client.SendJsonAsync(HttpMethod.Put, $"/objects/{cycle.ScenarioId}/marking", new { marking = "Internal", reason = "Gevoelig" }, version: 1);

        var view = await reader.GetJsonAsync($"/decisions/{id}");
        view.GetRawText().ShouldNotContain(cycle.ScenarioId);
        view.GetProperty("decision").Text("basisState").ShouldBe("Current");
    }
}

public sealed class ConfirmDecisionTests
{
    [Theory, OnEveryDatabase]
    public async Task A_stale_decision_is_current_again_when_it_is_confirmed_with_a_reason(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var path = $"/decisions/{await cycle.DecideAsync()}";
        await cycle.JudgeAsync("likelihood", "D", version: 2);

        (await cycle.Client.SendJsonAsync(HttpMethod.Put, $"{path}/basis", new { reason = "" }, version: 1)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await cycle.Client.SendJsonAsync(HttpMethod.Put, $"{path}/basis", new { reason = "Blijft nodig" }, version: 9)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await cycle.Client.SendJsonAsync(HttpMethod.Put, $"{path}/basis", new { reason = "Blijft nodig" }, version: 1)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await cycle.Client.GetJsonAsync(path)).GetProperty("decision").Text("basisState").ShouldBe("Current");
    }
}

public sealed class EditDecisionTests
{
    [Theory, OnEveryDatabase]
    public async Task A_correction_needs_a_reason_and_leaves_the_basis_as_it_was(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var added = await cycle.Client.PostJsonAsync("/decisions", cycle.Decision());
        var path = $"/decisions/{added.Text("id")}";

        (await cycle.Client.SendJsonAsync(HttpMethod.Put, path, Correction(""), version: 1)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await cycle.Client.SendJsonAsync(HttpMethod.Put, path, Correction("Verkeerde datum"), version: 1)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var decision = (await cycle.Client.GetJsonAsync(path)).GetProperty("decision");
        decision.Text("date").ShouldBe("2026-07-04");
        decision.Text("basisHash").ShouldBe(added.Text("basisHash"));
    }

    private static object Correction(string reason) => new
    {
        title = new { nl = "Overgenomen", en = "Taken over" },
        date = "2026-07-04",
        body = new { nl = "Kabinet", en = "Cabinet" },
        restsOn = Array.Empty<string>(),
        reason,
    };
}

public sealed class ListDecisionsTests
{
    [Theory, OnEveryDatabase]
    public async Task The_list_says_which_decisions_are_stale(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        await cycle.DecideAsync();
        await cycle.JudgeAsync("overall", "E", version: 2);

        var items = (await cycle.Client.GetJsonAsync("/decisions?q=overgenomen")).GetProperty("items").EnumerateArray();

        items.ShouldHaveSingleItem().Text("basisState").ShouldBe("Stale");
    }
}
