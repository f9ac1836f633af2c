using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Roles;

namespace Weerbaar.Tests.Access;

public sealed class PersonPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task The_page_of_a_person_shows_functions_roles_and_delegations_and_takes_them_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = await analyst.IdAsync();

        var function = await SubmitAsync(administrator, $"/people/{id}/functions/new", ("Input.Organisation", "DEF"), ("Input.Name", "Adviseur"));
        var role = await SubmitAsync(administrator, $"/people/{id}/roles/new", ("Input.Role", "MinistryContact"), ("Input.Organisation", "DEF"), ("Input.ObjectId", ""));
        var own = await site.AsConsoleAsync((db, _) => db.Set<RoleAssignment>().SingleAsync(a => a.PersonId == id && a.Role == Role.Analyst));
        await administrator.PostJsonAsync("/functions", new { personId = await reader.IdAsync(), organisation = "DEF", name = "Adviseur", from = "2026-01-01" });
        var lent = await SubmitAsync(
            analyst, "/account/delegations", ("Input.AssignmentId", own.Id), ("Input.Email", await site.EmailOfAsync(await reader.IdAsync())),
            ("Input.Until", GiveRoleTests.Day(3)), ("Input.Reason", "Verlof"));

        function.ShouldContain("Ministerie van Defensie");
        role.ShouldContain("voor wat Ministerie van Defensie leidt");
        lent.ShouldContain("A Reader");
        var page = await administrator.PageAsync($"/people/{id}");
        page.MainText().ShouldContain("Verlof");
        (await administrator.PageAsync("/people")).MainText().ShouldContain("contactpersoon ministerie (DEF)");

        foreach (var button in page.QuerySelectorAll("form[action*='EndRole'], form[action*='EndDelegation']").Select(f => f.GetAttribute("action")!))
        {
            using var answer = await administrator.PostAsync($"/people/{id}{button}", TestSite.Form(await administrator.GetStringAsync($"/people/{id}")));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await site.AsConsoleAsync((db, _) => db.Set<RoleAssignment>().CountAsync(a => a.PersonId == id && a.EndedAt == null))).ShouldBe(0);
        (await site.AsConsoleAsync((db, _) => db.Set<Delegation>().CountAsync(d => d.EndedAt == null))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Personal_data_is_erased_from_a_page_that_says_what_goes_and_what_stays_once_the_person_is_blocked(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        var path = $"/people/{account.PersonId}/erase";
        (await account.Browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.SubmitAsync(path, await administrator.PageAsync($"/people/{account.PersonId}/edit"), ("Input.Reason", "Verzoek"))).MainText().ShouldContain("Blokkeer de persoon eerst");
        await administrator.SubmitAsync($"/people/{account.PersonId}/edit", await administrator.PageAsync($"/people/{account.PersonId}/edit"), ("Input.Disabled", "true"));

        var asked = await administrator.PageAsync(path);
        asked.MainText().ShouldContain("Dit verdwijnt");
        asked.MainText().ShouldContain("Dit blijft");
        (await administrator.SubmitAsync(path, asked)).MainText().ShouldContain("reden");
        var after = await administrator.SubmitAsync(path, asked, ("Input.Reason", "Verzoek"));

        after.Body!.TextContent.ShouldContain("De persoonsgegevens zijn gewist.");
        (await administrator.GetStringAsync($"/people/{account.PersonId}")).ShouldNotContain("A Analyst");
        var left = await site.AsConsoleAsync(async (db, _) => (
            Ways: await WaysIn.OfAsync(db, account.PersonId, null, CancellationToken.None), Sessions: await db.Set<Session>().CountAsync(s => s.PersonId == account.PersonId)));
        left.ShouldBe((new WaysIn(false, 0, false), 0));
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_for_one_object_is_given_with_the_address_of_its_page(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var measure = await Measures.MeasureRequests.AddMeasureAsync(administrator);
        var id = await reader.IdAsync();

        var page = await SubmitAsync(administrator, $"/people/{id}/roles/new", ("Input.Role", "MinistryContact"), ("Input.Organisation", ""), ("Input.ObjectId", $"{site.Address}measures/{measure}"));

        page.ShouldContain("voor «Oefenen»");
        (await site.AsConsoleAsync((db, _) => db.Set<RoleAssignment>().SingleAsync(a => a.ObjectId != null))).ObjectId.ShouldBe(measure);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("abc", "abc")]
    [InlineData("/rounds/abc", "abc")]
    [InlineData("https://weerbaar.example.org/rounds/abc/judgements?x=1", "abc")]
    public void The_id_of_an_object_is_found_in_what_was_filled_in(string? filledIn, string? id) => RoleChoices.IdIn(filledIn).ShouldBe(id);

    [Theory, OnEveryDatabase]
    public async Task What_is_wrong_with_a_role_comes_back_on_the_form(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);

        var page = await SubmitAsync(
            administrator, $"/people/{await reader.IdAsync()}/roles/new", ("Input.Role", "Analyst"), ("Input.Organisation", "DEF"), ("Input.ObjectId", "nothing"), ("Input.Reason", "Zomer"));

        page.ShouldContain("Er is geen object nothing");
        page.ShouldContain("Zomer");
    }

    private static async Task<string> SubmitAsync(HttpClient client, string path, params (string Name, string Value)[] values)
    {
        var page = await client.SubmitAsync(path, await client.PageAsync(path), values);
        return page.QuerySelector("main")!.InnerHtml;
    }
}
