using System.Net;
using AngleSharp.Html.Parser;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Scenarios;

namespace Weerbaar.Tests.Capabilities;

public sealed class AdvicePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task An_advice_changed_on_its_form_keeps_a_link_that_the_form_could_not_show(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (full, limited) = (await site.SignInAsync(Role.Analyst), await site.SignInAsync(Role.Analyst, Marking.Internal));
        var scenario = (await full.AddFloodAsync()).Text("id");
        var id = (await full.PostJsonAsync("/advices", AdviceRequests.Advice(restsOn: [scenario]))).Text("id");
        await full.SendJsonAsync(HttpMethod.Put, $"/objects/{scenario}/marking", new { marking = "DepartmentalConfidential", reason = "Gevoelig" }, version: 1);
        var page = await limited.GetStringAsync($"/advices/{id}/edit");
        page.ShouldNotContain(scenario);

        var answer = await limited.PostAsync($"/advices/{id}/edit", TestSite.Form(page,
            ("Input.Version", "1"), ("Input.AdviceKind", "Advice"), ("Input.Title.Nl", "Sneller"), ("Input.Title.En", "Faster"), ("Input.Phases", "Response")));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var advice = await full.GetJsonAsync($"/advices/{id}");
        advice.GetProperty("title").Text("nl").ShouldBe("Sneller");
        advice.GetProperty("restsOn").EnumerateArray().Select(r => r.GetString()).ShouldBe([scenario]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_safety_chain_counts_the_advices_of_each_link(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/advices", AdviceRequests.Advice());
        await analyst.PostJsonAsync("/advices", AdviceRequests.Advice(phases: ["Response"]));

        var page = new HtmlParser().ParseDocument(await analyst.GetStringAsync("/advices/chain"));

        page.QuerySelectorAll("tfoot td").Select(c => c.TextContent.Trim()).ShouldBe(["0", "0", "1", "2", "0", ""]);
    }
}
