using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.OpenId;

/// <summary>A local account and the account of the organisation are linked and parted by whose they are, and by nobody else.</summary>
public sealed class LinkOpenIdTests
{
    private const string path = "/account/organisation";

    [Theory, OnEveryDatabase]
    public async Task Who_is_signed_in_links_the_organisations_account_and_signs_in_with_it_from_then_on(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        var account = await Account.SetUpAsync(run.Site, Role.Analyst);

        using var linked = await LinkAsync(account.Browser);

        linked.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account");
        (await linked.Content.ReadAsStringAsync()).ShouldContain("gekoppeld aan anna@example.org");
        using var browser = await run.SignInAsync();
        (await browser.GetJsonAsync("/me")).Text("id").ShouldBe(account.PersonId);
        var entry = await run.Site.AsConsoleAsync((db, _) => db.Journal.SingleAsync(e => e.Verb == "access.link-open-id"));
        entry.ActorId.ShouldBe(account.PersonId);
    }

    [Theory, OnEveryDatabase]
    public async Task Unlinking_takes_back_what_followed_from_the_rules_and_leaves_ones_own(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { Rules = [new("groups", "analysts", Role.Reader, "NCTV", Marking.DepartmentalConfidential)] });
        var account = await Account.SetUpAsync(run.Site, Role.Analyst);
        using var linked = await LinkAsync(account.Browser);
        using var there = await run.SignInAsync();
        (await account.Browser.GetJsonAsync("/me")).GetProperty("organisations").GetArrayLength().ShouldBe(1);

        var page = await account.Browser.PageAsync(path);
        await account.Browser.SubmitAsync($"{path}?handler=Unlink", page);

        (await there.IsSignedInAsync()).ShouldBeFalse();
        (await account.Browser.GetJsonAsync("/me")).GetProperty("organisations").GetArrayLength().ShouldBe(0);
        var left = await run.Site.AsConsoleAsync(async (db, _) => (
            Roles: await db.Set<RoleAssignment>().Where(a => a.PersonId == account.PersonId && a.EndedAt == null).Select(a => a.Role).ToListAsync(),
            Functions: await db.Set<PersonFunction>().CountAsync(), Subjects: await db.Set<OpenIdSubject>().CountAsync()));
        left.Roles.ShouldBe([Role.Analyst]);
        (left.Functions, left.Subjects).ShouldBe((0, 0));
        (await run.Site.AsConsoleAsync((db, _) => db.Journal.AnyAsync(e => e.Verb == "access.unlink-open-id" && e.ActorId == account.PersonId))).ShouldBeTrue();
        using var stranger = await run.SignInAsync();
        (await stranger.GetJsonAsync("/me")).Text("id").ShouldNotBe(account.PersonId);
    }

    [Theory, OnEveryDatabase]
    public async Task The_account_of_another_is_not_linked(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var first = await run.SignInAsync();
        var account = await Account.SetUpAsync(run.Site, Role.Analyst);

        using var refused = await LinkAsync(account.Browser);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("hoort hier al bij iemand anders");
        (await run.LastReasonAsync()).ShouldBe("open-id: account of another person");
        using var again = await run.SignInAsync();
        (await again.GetJsonAsync("/me")).Text("id").ShouldBe((await first.GetJsonAsync("/me")).Text("id"));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_begun_in_one_session_is_not_finished_in_another(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var browser = await run.Site.SignInAsync(Role.Analyst);
        var place = await BeginAsync(browser);
        var link = await run.Site.InviteAsync(Role.Reader);
        (await browser.PostAsync(link, TestSite.Form(await browser.GetStringAsync(link)))).EnsureSuccessStatusCode();

        using var refused = await browser.GetAsync(place);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await run.LastReasonAsync()).ShouldBe("open-id: another session");
        (await run.Site.AsConsoleAsync((db, _) => db.Set<OpenIdSubject>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_signed_out_meanwhile_or_has_no_rule_is_not_linked()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var browser = await run.Site.SignInAsync(Role.Analyst);
        run.Issuer.Is("s-1", "anna@example.org", group: "visitors");
        using var noRule = await LinkAsync(browser);
        var place = await BeginAsync(browser);
        await browser.PostAsync("/sign-out", TestSite.Form(await browser.GetStringAsync("/threats")));

        using var signedOut = await browser.GetAsync(place);

        noRule.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        signedOut.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await run.Site.AsConsoleAsync((db, _) => db.Set<OpenIdSubject>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_only_way_in_is_not_unlinked_and_without_an_issuer_there_is_no_such_page()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var browser = await run.SignInAsync();

        var refused = await browser.SubmitAsync($"{path}?handler=Unlink", await browser.PageAsync(path));

        refused.MainText().ShouldContain("enige manier");
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var analyst = await site.SignInAsync(Role.Analyst);
        (await analyst.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Where the page sends the browser on to the issuer.</summary>
    private static async Task<string> BeginAsync(HttpClient browser)
    {
        var page = await browser.SubmitAsync(path, await browser.PageAsync(path));
        return ((IHtmlAnchorElement)page.QuerySelector("main a.utrecht-button-link, main .w-row a")!).GetAttribute("href")!;
    }

    private static async Task<HttpResponseMessage> LinkAsync(HttpClient browser) => await browser.GetAsync(await BeginAsync(browser));
}
