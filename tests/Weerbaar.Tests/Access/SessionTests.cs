using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;

namespace Weerbaar.Tests.Access;

public sealed class SessionTests
{
    private static readonly DateTimeOffset start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory, OnEveryDatabase]
    public async Task A_session_ended_on_another_device_is_over_at_the_next_request(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        using var other = await account.TryAsync(site, account.NextCode);

        await PostAsync(account.Browser, "/account", "EndOthers");

        (await other.IsSignedInAsync()).ShouldBeFalse();
        (await account.Browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Signing_out_ends_the_session_for_a_copy_of_the_cookie_too(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var handler = new HttpClientHandler { UseCookies = true };
        using var browser = new HttpClient(handler) { BaseAddress = site.Address };
        var link = await site.InviteAsync(Role.Reader);
        (await browser.PostAsync(link, TestSite.Form(await browser.GetStringAsync(link)))).Dispose();
        var cookie = handler.CookieContainer.GetCookieHeader(site.Address);

        (await browser.PostAsync("/sign-out", TestSite.Form(await browser.GetStringAsync("/account")))).Dispose();

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_password_signs_out_other_devices(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        using var other = await account.TryAsync(site, account.NextCode);
        var form = await account.Browser.GetStringAsync("/account/password");
        var code = Totp.CodeAt(Account.KeyOn(form), Totp.StepAt(DateTimeOffset.UtcNow));

        (await account.Browser.PostAsync("/account/password", Account.Filled(form, "een heel andere lange zin", code))).Dispose();

        (await other.IsSignedInAsync()).ShouldBeFalse();
        (await account.Browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_reset_ends_every_session_and_every_way_in_but_the_new_link(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        using var administrator = await site.SignInAsync(Role.Administrator);

        var page = await PostAsync(administrator, $"/people/{account.PersonId}", "Reset");

        page.ShouldContain("/sign-in/");
        (await account.Browser.IsSignedInAsync()).ShouldBeFalse();
        using var later = await account.TryAsync(site, account.NextCode);
        (await later.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_manage_people_can_reset_nobody(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        using var answer = await coordinator.PostAsync(
            $"/people/{account.PersonId}?handler=Reset", TestSite.Form(await coordinator.GetStringAsync("/account")));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await account.Browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_ends_a_session_of_somebody_else(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var one = await site.SignInAsync(Role.Analyst);
        using var other = await site.SignInAsync(Role.Analyst);
        var theirs = (await other.GetJsonAsync("/me/sessions")).GetProperty("items")[0].Text("id");

        await PostAsync(one, "/account", $"EndSession&session={theirs}");

        (await other.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/account?handler=PasskeyOptions")]
    [InlineData("/account?handler=AddPasskey")]
    [InlineData("/account?handler=RemovePasskey&id=x")]
    [InlineData("/account?handler=Codes")]
    [InlineData("/account/password")]
    [InlineData("/people/{me}?handler=Link")]
    [InlineData("/people/{me}?handler=Reset")]
    [InlineData("/people/new")]
    public async Task Half_an_hour_after_signing_in_ways_of_signing_in_stay_as_they_are(string path)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, clock);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var me = (await administrator.GetJsonAsync("/me")).Text("id");
        var form = await administrator.GetStringAsync("/account/password");
        var code = Totp.CodeAt(Account.KeyOn(form), Totp.StepAt(clock.GetUtcNow()));
        clock.Move(TimeSpan.FromMinutes(29));
        var good = TestSite.Form(
            form, ("Input.FormKey", TestSite.Field(form, "Input.FormKey")), ("Input.Password", Account.Password), ("Input.Code", code),
            ("Input.Name", "Iemand"), ("Input.Email", "iemand@example.org"), ("Input.Role", "Reader"), ("Input.Clearance", "Public"), ("Credential", "{}"), ("State", "x"));
        clock.Move(TimeSpan.FromMinutes(2));

        using var answer = await administrator.PostAsync(path.Replace("{me}", me, StringComparison.Ordinal), good);

        (answer.StatusCode == HttpStatusCode.Conflict || (await answer.Content.ReadAsStringAsync()).Contains("Meld u af en opnieuw aan", StringComparison.Ordinal))
            .ShouldBeTrue($"{path}: {answer.StatusCode}");
        (await site.AsConsoleAsync((db, _) => db.Journal.Where(e => e.Verb != "access.sign-in" && e.Verb != "access.invite" && e.Verb != "access.new-key").CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void A_session_is_over_after_a_week_however_much_it_is_used()
    {
        var session = new Session("s", "p", SignInMethod.Passkey, "", start);

        session.IsOpen(start.AddDays(6.9)).ShouldBeTrue();
        session.IsOpen(start.AddDays(7)).ShouldBeFalse();
    }

    [Fact]
    public void Ways_of_signing_in_change_only_in_the_first_half_hour()
    {
        var session = new Session("s", "p", SignInMethod.Passkey, "", start);

        session.IsFresh(start.AddMinutes(29)).ShouldBeTrue();
        session.IsFresh(start.AddMinutes(30)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux")]
    [InlineData("curl/8.5", "")]
    [InlineData(null, "")]
    public void A_device_is_named_by_browser_and_system(string? userAgent, string name) => Device.Of(userAgent).ShouldBe(name);

    private static async Task<string> PostAsync(HttpClient browser, string page, string handler)
    {
        using var answer = await browser.PostAsync($"{page}?handler={handler}", TestSite.Form(await browser.GetStringAsync(page)));
        return await answer.Content.ReadAsStringAsync();
    }
}
