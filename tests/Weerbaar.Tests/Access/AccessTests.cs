using System.Net;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Access;

public sealed class AccessTests
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_gets_the_sign_in_page_and_the_API_says_401(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var visitor = site.Visitor();

        using var page = await visitor.GetAsync("/threats");
        using var api = await visitor.GetAsync("/api/v1/threats");

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_visitor_is_offered_no_menu_of_pages_that_are_closed()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Visitor();

        (await visitor.GetStringAsync("/sign-in")).ShouldNotContain("w-rail");
    }

    [Theory, OnEveryDatabase]
    public async Task A_sign_in_link_works_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var link = await site.InviteAsync(Role.Reader);
        using var first = site.Visitor();
        using var second = site.Visitor();
        var page = await first.GetStringAsync(link);

        using var used = await first.PostAsync(link, TestSite.Form(page));
        using var again = await second.GetAsync(link);

        used.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
        again.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory, OnEveryDatabase]
    public async Task Looking_at_a_sign_in_link_does_not_use_it_up(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var link = await site.InviteAsync(Role.Reader);
        using var scanner = site.Visitor();
        await scanner.GetStringAsync(link);

        using var person = site.Visitor();
        using var answer = await person.GetAsync(link);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_may_not_write(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);

        using var answer = await reader.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = "A", en = "A" } });
        using var page = await reader.GetAsync("/threats/new");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_blocked_person_is_out_at_the_next_request(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var me = (await reader.GetJsonAsync("/me")).Text("id");
        var person = (await administrator.GetJsonAsync("/people")).GetProperty("items").EnumerateArray().Single(p => p.Text("id") == me);

        using var blocked = await administrator.SendJsonAsync(HttpMethod.Put, $"/people/{me}", new
        {
            name = person.Text("name"),
            email = person.Text("email"),
            clearance = "Public",
            disabled = true,
        }, person.GetProperty("version").GetInt64());

        blocked.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task Sign_in_says_the_same_of_a_wrong_password_and_of_nobody(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var email = (await Account.SetUpAsync(site, Role.Analyst)).Email;
        using var visitor = site.Visitor();
        var form = await visitor.GetStringAsync("/sign-in");

        var wrong = await Answer(email);
        var nobody = await Answer("nobody@example.org");

        wrong.ShouldBe(nobody);
        wrong.ShouldContain("horen niet bij elkaar");

        async Task<string> Answer(string address)
        {
            using var answer = await visitor.PostAsync("/sign-in", TestSite.Form(form, ("Input.Email", address), ("Input.Password", "niet het goede wachtwoord")));
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            return document.QuerySelector("[data-errors]")!.TextContent;
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_without_its_token_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        using var answer = await analyst.PostAsync("/threats/new", new FormUrlEncodedContent([KeyValuePair.Create("Input.Title.Nl", "A")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await analyst.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task An_unblocked_person_finds_old_sessions_and_links_ended(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var me = (await reader.GetJsonAsync("/me")).Text("id");

        foreach (var disabled in new[] { true, false })
        {
            var person = (await administrator.GetJsonAsync("/people")).GetProperty("items").EnumerateArray().Single(p => p.Text("id") == me);
            using var changed = await administrator.SendJsonAsync(HttpMethod.Put, $"/people/{me}", Edit(person, disabled, "Public"), person.GetProperty("version").GetInt64());
            changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await reader.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_gives_a_clearance_above_the_own(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator, Marking.Internal);
        using var reader = await site.SignInAsync(Role.Reader);
        using var cleared = await site.SignInAsync(Role.Coordinator);
        var people = (await administrator.GetJsonAsync("/people")).GetProperty("items").EnumerateArray().ToList();
        var person = people.Single(p => p.Text("name") == "A Reader");
        var higher = people.Single(p => p.Text("name") == "A Coordinator").Text("id");

        using var raised = await administrator.SendJsonAsync(HttpMethod.Put, $"/people/{person.Text("id")}", Edit(person, false, "DepartmentalConfidential"), person.GetProperty("version").GetInt64());
        using var added = await administrator.SendJsonAsync(HttpMethod.Post, "/people", new { name = "N", email = "n@example.org", role = "Reader", clearance = "DepartmentalConfidential" });
        using var link = await administrator.PostAsync($"/people/{higher}?handler=Link", TestSite.Form(await administrator.GetStringAsync($"/people/{higher}")));

        raised.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        added.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await link.Content.ReadAsStringAsync()).ShouldNotContain("/sign-in/");
    }

    [Theory]
    [InlineData("/people/new")]
    [InlineData("/people/{id}/edit")]
    public async Task A_form_about_people_that_is_wrong_tells_a_reader_nothing(string path)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var other = (await administrator.GetJsonAsync("/me")).Text("id");

        using var answer = await reader.PostAsync(
            path.Replace("{id}", other, StringComparison.Ordinal), TestSite.Form(await reader.GetStringAsync("/account"), ("Input.Role", "x")));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object Edit(System.Text.Json.JsonElement person, bool disabled, string clearance) => new
    {
        name = person.Text("name"),
        email = person.Text("email"),
        clearance,
        disabled,
    };
}
