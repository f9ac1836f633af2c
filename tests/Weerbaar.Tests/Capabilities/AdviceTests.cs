using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Scenarios;

namespace Weerbaar.Tests.Capabilities;

internal static class AdviceRequests
{
    public static object Advice(string[]? leads = null, string[]? phases = null, string[]? restsOn = null) => new
    {
        adviceKind = "Advice",
        title = new { nl = "Beter evacueren", en = "Better evacuation" },
        phases = phases ?? ["Response", "Preparation"],
        leads = leads ?? ["JenV"],
        elaborated = true,
        restsOn = restsOn ?? [],
        marking = "Public",
    };

    public static object Change(string reason = "") => new
    {
        adviceKind = "Line",
        title = new { nl = "Sneller evacueren", en = "Faster evacuation" },
        phases = new[] { "Aftercare" },
        leads = new[] { "IenW" },
        restsOn = Array.Empty<string>(),
        reason,
    };
}

public sealed class AddAdviceTests
{
    [Theory, OnEveryDatabase]
    public async Task An_advice_keeps_its_phases_in_the_order_of_the_safety_chain_and_rests_on_its_scenario(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var scenario = await analyst.AddFloodAsync();

        var added = await analyst.PostJsonAsync("/advices", AdviceRequests.Advice(restsOn: [scenario.Text("id")]));

        added.GetProperty("phases").EnumerateArray().Select(p => p.GetString()).ShouldBe(["Preparation", "Response"]);
        var thread = await analyst.GetJsonAsync($"/objects/{added.Text("id")}/thread");
        thread.GetProperty("links")[0].Text("restsOn").ShouldBe(scenario.Text("id"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_lead_nobody_knows_is_refused_by_its_code(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);

        var answer = await analyst.SendJsonAsync(HttpMethod.Post, "/advices", AdviceRequests.Advice(leads: ["JenV", "MinFun"]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.GetProperty("leads")[0].GetString()!.ShouldContain("MinFun");
    }

    [Theory, OnEveryDatabase]
    public async Task A_phase_given_twice_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);

        var answer = await analyst.SendJsonAsync(HttpMethod.Post, "/advices", AdviceRequests.Advice(phases: ["Response", "Response"]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

public sealed class EditAdviceTests
{
    [Theory, OnEveryDatabase]
    public async Task An_advice_is_changed_by_who_saw_its_newest_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var path = $"/advices/{(await analyst.PostJsonAsync("/advices", AdviceRequests.Advice())).Text("id")}";

        (await analyst.SendJsonAsync(HttpMethod.Put, path, AdviceRequests.Change(), version: 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await analyst.SendJsonAsync(HttpMethod.Put, path, AdviceRequests.Change(), version: 1)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await analyst.GetJsonAsync(path)).Text("adviceKind").ShouldBe("Line");
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_may_not_change_an_advice(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (analyst, reader) = (await site.SignInAsync(Role.Analyst), await site.SignInAsync(Role.Reader));
        var path = $"/advices/{(await analyst.PostJsonAsync("/advices", AdviceRequests.Advice())).Text("id")}";

        (await reader.SendJsonAsync(HttpMethod.Put, path, AdviceRequests.Change(), version: 1)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

public sealed class ListAdvicesTests
{
    [Theory, OnEveryDatabase]
    public async Task Advices_are_found_by_phase_and_by_lead(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/advices", AdviceRequests.Advice());

        (await analyst.GetJsonAsync("/advices?phase=Response&lead=JenV")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetJsonAsync("/advices?phase=Aftercare")).GetProperty("total").GetInt32().ShouldBe(0);
        (await analyst.GetJsonAsync("/advices?lead=VWS")).GetProperty("total").GetInt32().ShouldBe(0);
    }
}

public sealed class GetAdviceTests
{
    [Theory, OnEveryDatabase]
    public async Task An_advice_that_is_not_there_is_not_found(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var reader = await site.SignInAsync(Role.Reader);

        (await reader.GetAsync("/api/v1/advices/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class ListOrganisationsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_past_organisation_is_in_the_list_with_its_last_day(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var reader = await site.SignInAsync(Role.Reader);

        var all = (await reader.GetJsonAsync("/organisations")).GetProperty("items").EnumerateArray().ToList();

        all.Single(o => o.Text("code") == "EL&I").Text("to").ShouldBe("2012-11-05");
        all.Single(o => o.Text("code") == "JenV").GetProperty("name").Text("en").ShouldBe("Ministry of Justice and Security");
    }
}
