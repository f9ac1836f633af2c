using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using static Weerbaar.Tests.Cycle.ProductRequests;

namespace Weerbaar.Tests.Cycle;

public sealed class PlanProductTests
{
    [Theory, OnEveryDatabase]
    public async Task A_planned_product_is_kept_as_it_was_sent(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var planned = await coordinator.PlanAsync("2031-04-01");

        var found = await coordinator.GetJsonAsync($"/products/{planned.Text("id")}");
        found.Text("productKind").ShouldBe("HorizonScan");
        found.Text("due").ShouldBe("2031-04-01");
        found.Text("lead").ShouldBe("JenV");
        found.GetProperty("cadence").Text("en").ShouldBe("Twice a year");
        found.GetProperty("delivered").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnEveryDatabase]
    public async Task A_lead_that_nobody_knows_and_a_missing_title_are_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var unknown = await coordinator.SendJsonAsync(HttpMethod.Post, "/products", Scan(lead: "Nobody"));
        var untitled = await coordinator.SendJsonAsync(HttpMethod.Post, "/products", Scan(title: " "));

        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await FieldsAsync(unknown)).ShouldBe(["lead"]);
        (await FieldsAsync(untitled)).ShouldBe(["title"]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_analyst_may_not_plan_the_cycle(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);

        (await analyst.SendJsonAsync(HttpMethod.Post, "/products", Scan())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.GetAsync("/products/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_posted_twice_plans_one_product(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetStringAsync("/products/new");
        var id = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("[name='Input.NewId']")!.GetAttribute("value")!;
        (string, string)[] fields = [("Input.NewId", id), ("Input.ProductKind", "Planning"), ("Input.Title.Nl", "Plan"), ("Input.Due", "2031-02-01"), ("Input.Lead", "")];

        var first = await coordinator.PostAsync("/products/new", TestSite.Form(page, fields));
        var second = await coordinator.PostAsync("/products/new", TestSite.Form(page, fields));

        first.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/products/{id}");
        second.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/products/{id}");
        (await coordinator.GetJsonAsync("/products")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    private static async Task<IEnumerable<string>> FieldsAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(e => e.Name);
}

public sealed class GetProductTests
{
    [Theory, OnEveryDatabase]
    public async Task A_product_above_the_clearance_is_not_there(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var reader = await site.SignInAsync(Role.Reader);
        var secret = await coordinator.PlanAsync(title: "Geheime scan", marking: "DepartmentalConfidential");

        (await reader.GetAsync($"/api/v1/products/{secret.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync($"/products/{secret.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync("/")).ShouldNotContain("Geheime scan");
    }

    [Theory, OnEveryDatabase]
    public async Task A_product_has_a_page_with_its_state_and_lead(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var planned = await coordinator.PlanAsync(Day(-1));

        var page = await coordinator.GetStringAsync($"/products/{planned.Text("id")}");

        page.ShouldContain("Ministerie van Justitie en Veiligheid");
        page.ShouldContain("te laat");
    }
}

public sealed class ListProductsTests
{
    [Theory, OnEveryDatabase]
    public async Task The_calendar_is_by_due_date_with_products_without_a_day_last(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PlanAsync(title: "Zonder dag");
        await coordinator.PlanAsync(Day(200), "Later");
        await coordinator.PlanAsync(Day(-3), "Te laat");

        var all = (await coordinator.GetJsonAsync("/products")).GetProperty("items").EnumerateArray().ToList();
        var late = (await coordinator.GetJsonAsync("/products?state=Late")).GetProperty("items").EnumerateArray().ToList();

        all.Select(p => p.GetProperty("title").Text("nl")).ShouldBe(["Te laat", "Later", "Zonder dag"]);
        all.Select(p => p.Text("state")).ShouldBe(["Late", "Planned", "Planned"]);
        late.ShouldHaveSingleItem().GetProperty("title").Text("nl").ShouldBe("Te laat");
    }

    [Theory, OnEveryDatabase]
    public async Task The_table_as_a_file_has_days_as_files_write_them(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PlanAsync("2031-04-01");

        (await coordinator.GetStringAsync("/products?format=csv")).ShouldContain("2031-04-01");
    }

    [Theory, OnEveryDatabase]
    public async Task An_empty_calendar_says_what_it_is_for(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        (await coordinator.GetStringAsync("/products")).ShouldContain("De kalender is nog leeg");
    }
}

public sealed class ChangeProductTests
{
    [Theory, OnEveryDatabase]
    public async Task Another_due_date_needs_its_reason(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/products/{(await coordinator.PlanAsync("2031-04-01")).Text("id")}";

        var silent = await coordinator.SendJsonAsync(HttpMethod.Put, path, Change("2031-05-01"), version: 1);
        var explained = await coordinator.SendJsonAsync(HttpMethod.Put, path, Change("2031-05-01", reason: "Later begonnen"), version: 1);

        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        explained.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await coordinator.GetJsonAsync(path)).Text("due").ShouldBe("2031-05-01");
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_made_on_an_older_version_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/products/{(await coordinator.PlanAsync()).Text("id")}";
        (await coordinator.SendJsonAsync(HttpMethod.Put, path, Change(null, "Scan"), version: 1)).EnsureSuccessStatusCode();

        (await coordinator.SendJsonAsync(HttpMethod.Put, path, Change(null, "Oud"), version: 1)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await coordinator.SendJsonAsync(HttpMethod.Put, path, Change(null, "Oud"))).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_may_not_change_a_product(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var reader = await site.SignInAsync(Role.Reader);
        var planned = await coordinator.PlanAsync(marking: "Public");

        var answer = await reader.SendJsonAsync(HttpMethod.Put, $"/products/{planned.Text("id")}", Change(null), version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

public sealed class DeliverProductTests
{
    [Theory, OnEveryDatabase]
    public async Task A_delivered_product_is_done_and_can_be_taken_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/products/{(await coordinator.PlanAsync(Day(-10))).Text("id")}";

        var delivered = await coordinator.PostJsonAsync($"{path}/delivery", new { delivered = Day(0) }, version: 1);
        var takenBack = await coordinator.PostJsonAsync($"{path}/delivery", new { delivered = (string?)null }, version: 2);

        delivered.Text("state").ShouldBe("Done");
        takenBack.Text("state").ShouldBe("Late");
    }

    [Theory, OnEveryDatabase]
    public async Task A_day_still_to_come_and_the_same_day_twice_are_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/products/{(await coordinator.PlanAsync()).Text("id")}/delivery";

        var tomorrow = await coordinator.SendJsonAsync(HttpMethod.Post, path, new { delivered = Day(1) }, version: 1);
        await coordinator.PostJsonAsync(path, new { delivered = Day(-1) }, version: 1);
        var again = await coordinator.SendJsonAsync(HttpMethod.Post, path, new { delivered = Day(-1) }, version: 2);

        tomorrow.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_who_plans_the_cycle_records_a_delivery(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var analyst = await site.SignInAsync(Role.Analyst);
        var planned = await coordinator.PlanAsync();

        var answer = await analyst.SendJsonAsync(HttpMethod.Post, $"/products/{planned.Text("id")}/delivery", new { delivered = Day(0) }, version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_delivery_without_the_version_it_was_made_on_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/products/{(await coordinator.PlanAsync()).Text("id")}/delivery";

        (await coordinator.SendJsonAsync(HttpMethod.Post, path, new { delivered = Day(0) })).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
    }
}
