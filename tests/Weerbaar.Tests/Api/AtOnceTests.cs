using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.Api;

/// <summary>Two people, or one with two clicks, who do the same at the same moment.</summary>
public sealed class AtOnceTests
{
    private const int Many = 8;

    [Theory, OnEveryDatabase]
    public async Task One_of_many_who_add_the_same_person_at_once_succeeds_and_the_others_hear_why_not(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var person = new { name = "A", email = "Same@example.org", role = "Reader", clearance = "Public" };

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => administrator.SendJsonAsync(HttpMethod.Post, "/people", person)));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("Er is al iemand met dit e-mailadres");
        }

        (await administrator.GetJsonAsync("/people")).GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Administrators_who_block_each_other_at_once_leave_one(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var one = await site.SignInAsync(Role.Administrator);
        using var other = await site.SignInAsync(Role.Administrator);

        await Task.WhenAll(await BlockAsync(one, other), await BlockAsync(other, one));

        var left = await site.AsConsoleAsync((db, _) => db.Set<Person>().CountAsync(p => !p.Disabled));
        left.ShouldBe(1);

        async Task<Task<HttpResponseMessage>> BlockAsync(HttpClient who, HttpClient whom)
        {
            var id = (await whom.GetJsonAsync("/me")).Text("id");
            var person = (await who.GetJsonAsync("/people")).GetProperty("items").EnumerateArray().Single(p => p.Text("id") == id);
            return who.SendJsonAsync(
                HttpMethod.Put, $"/people/{id}",
                new { name = person.Text("name"), email = person.Text("email"), clearance = "Public", disabled = true }, person.GetProperty("version").GetInt64());
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_that_was_decided_on_what_somebody_changed_meanwhile_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var changed = new Person("p", "P", "p@example.org", Marking.Public);
        await AddAsync(site, changed);

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => site.AsConsoleAsync(async (db, _) =>
        {
            db.RelyOn(await db.GetAsync<Person>("p", CancellationToken.None));
            await site.AsConsoleAsync(async (elsewhere, _) =>
            {
                (await elsewhere.GetAsync<Person>("p", CancellationToken.None)).Disable(true);
                await elsewhere.SaveAsync(new Change("test"), CancellationToken.None);
                return true;
            });
            db.Add(new Person("q", "Q", "q@example.org", Marking.Public));
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return true;
        }));

        (await site.AsConsoleAsync((db, _) => db.Set<Person>().CountAsync(p => p.Id == "q"))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_opened_many_times_at_once_signs_in_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var link = await site.InviteAsync(Role.Reader);
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        using var opened = await visitor.GetAsync(link);
        var page = await opened.Content.ReadAsStringAsync();
        visitor.DefaultRequestHeaders.Add("Cookie", opened.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => visitor.PostAsync(link, TestSite.Form(page))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Gone).ShouldBe(Many - 1, string.Join(" ", answers.Select(a => a.StatusCode)));
    }

    [Theory, OnEveryDatabase]
    public async Task The_form_for_a_person_posted_many_times_at_once_adds_one(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var form = await administrator.GetStringAsync("/people/new");

        var pages = await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
        {
            using var answer = await administrator.PostAsync("/people/new", TestSite.Form(
                form, ("Input.Name", "A"), ("Input.Email", "same@example.org"), ("Input.Role", "Reader"), ("Input.Clearance", "Public")));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            return await answer.Content.ReadAsStringAsync();
        }));

        pages.Count(p => p.Contains("/sign-in/", StringComparison.Ordinal)).ShouldBe(1);
        pages.Count(p => p.Contains("Er is al iemand met dit e-mailadres", StringComparison.Ordinal)).ShouldBe(Many - 1);
        (await administrator.GetJsonAsync("/people")).GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_that_somebody_has_is_refused_to_another_when_it_is_changed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var taken = await site.EmailOfAsync((await reader.GetJsonAsync("/me")).Text("id"));
        var made = await administrator.PostJsonAsync("/people", new { name = "B", email = "b@example.org", role = "Reader", clearance = "Public" });

        using var answer = await administrator.SendJsonAsync(HttpMethod.Put, $"/people/{made.GetProperty("person").Text("id")}",
            new { name = "B", email = taken, clearance = "Public", disabled = false }, 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Er is al iemand met dit e-mailadres");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_posted_many_times_at_once_makes_one_object(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Coordinator);
        (string Page, string Api)[] forms = [("/threats/new", "/threats"), ("/measures/new", "/measures")];

        foreach (var (path, api) in forms)
        {
            var form = await analyst.GetStringAsync(path);
            await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
            {
                using var answer = await analyst.PostAsync(path, TestSite.Form(
                    form, ("Input.NewId", TestSite.Field(form, "Input.NewId")), ("Input.Title.Nl", "A"), ("Input.Title.En", "A"), ("Input.Leads", "JenV")));
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            }));

            (await analyst.GetJsonAsync(api)).GetProperty("total").GetInt32().ShouldBe(1, path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_with_the_id_of_something_of_another_kind_changes_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Coordinator);
        var threat = await analyst.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "Threat" }, marking = "DepartmentalConfidential" });
        var form = await analyst.PageAsync("/scenarios/new");

        await analyst.SubmitAsync("/scenarios/new", form,
            ("Input.NewId", threat.Text("id")), ("Input.Title.Nl", "Gekaapt"), ("Input.Title.En", "Hijacked"), ("Input.Nature", "Hazard"));

        (await analyst.GetJsonAsync("/scenarios")).GetProperty("total").GetInt32().ShouldBe(0);
        (await analyst.GetStringAsync("/api/v1/search?q=Gekaapt")).ShouldNotContain("Gekaapt");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_with_the_id_of_a_person_tells_nothing_of_that_person(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var id = (await administrator.GetJsonAsync("/me")).Text("id");
        foreach (var clearance in new[] { Marking.Internal, Marking.DepartmentalConfidential })
        {
            using var analyst = await site.SignInAsync(Role.Analyst, clearance);
            await analyst.SubmitAsync("/threats/new", await analyst.PageAsync("/threats/new"), ("Input.NewId", id), ("Input.Title.Nl", "Dreiging"), ("Input.Title.En", "Threat"));

            var history = await analyst.GetJsonAsync($"/objects/{id}/history");

            history.GetProperty("items").EnumerateArray().Sum(e => e.GetProperty("count").GetInt32()).ShouldBe(1, "It was added, and no more.");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task One_of_many_who_change_the_same_version_at_once_succeeds(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var threat = await analyst.PostJsonAsync("/threats", new { title = new { nl = "A", en = "A" } });

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => analyst.SendJsonAsync(
            HttpMethod.Post, $"/threats/{threat.Text("id")}/developments",
            new { date = "2026-01-01", side = "Threat", text = new { nl = $"{n}", en = "" } }, 1)));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, Many - 1)]);
        (await analyst.GetJsonAsync($"/threats/{threat.Text("id")}")).GetProperty("log").GetArrayLength().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task One_of_many_first_judgements_at_once_succeeds(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await coordinator.OpenRoundAsync("Een");

        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => coordinator.SendJsonAsync(
            HttpMethod.Put, $"/rounds/{round}/scenarios/{scenarios[0]}/judgements/2.1", new { lower = "A", best = "B", upper = "C" }, 0)));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, Many - 1)]);
    }

    private static Task<bool> AddAsync(TestSite site, Person person) => site.AsConsoleAsync(async (db, _) =>
    {
        db.Add(person);
        await db.SaveAsync(new Change("test"), CancellationToken.None);
        return true;
    });
}
