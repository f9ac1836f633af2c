using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.OpenId;

namespace Weerbaar.Tests.Access;

public sealed class PasskeyTests
{
    [Theory, OnEveryDatabase]
    public async Task A_passkey_that_was_added_signs_in_without_a_name(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        using var later = site.Visitor();

        await SignInAsync(later, passkey);

        (await later.GetJsonAsync("/me")).Text("id").ShouldBe((await person.GetJsonAsync("/me")).Text("id"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_passkey_that_was_removed_signs_in_no_more(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var passkey = NewPasskey(site);
        using var second = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        await AddAsync(person, second, "tweede");
        var account = await person.GetStringAsync("/account");
        var remove = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(account).QuerySelector("form[action*=RemovePasskey]")!.GetAttribute("action")!;
        (await person.PostAsync($"/account{remove}", TestSite.Form(account))).Dispose();
        using var later = site.Visitor();

        await SignInAsync(later, passkey);

        (await later.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_only_way_to_sign_in_is_not_removed()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        var account = await person.GetStringAsync("/account");
        var remove = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(account).QuerySelector("form[action*=RemovePasskey]")!.GetAttribute("action")!;

        using var answer = await person.PostAsync($"/account{remove}", TestSite.Form(account));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("uw enige manier om aan te melden");
        using var later = site.Visitor();
        await SignInAsync(later, passkey);
        (await later.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_to_an_issuer_that_is_asked_no_more_is_no_way_to_sign_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var passkey = NewPasskey(site);
        using var without = await site.SignInAsync(Role.Reader);
        using var person = await WithPasskeyAsync(site, passkey);
        foreach (var one in new[] { without, person })
        {
            var id = (await one.GetJsonAsync("/me")).Text("id");
            await site.AsConsoleAsync(async (db, _) =>
            {
                db.Add(new OpenIdSubject("https://of-before.example", $"s-{id}", id, DateTimeOffset.UtcNow));
                await db.SaveAsync(new Weerbaar.Platform.Storage.Change("test"), CancellationToken.None);
                return true;
            });
        }

        var account = await person.GetStringAsync("/account");
        var remove = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(account).QuerySelector("form[action*=RemovePasskey]")!.GetAttribute("action")!;
        using var answer = await person.PostAsync($"/account{remove}", TestSite.Form(account));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("uw enige manier om aan te melden");
        (await without.GetStringAsync("/account")).ShouldContain(new Weerbaar.Platform.Site.Texts()["access.account.no-way"]);
    }

    [Fact]
    public async Task A_passkey_used_on_a_page_of_elsewhere_is_refused()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        using var later = site.Visitor();

        passkey.Origin = "https://weerbaar.example";
        await SignInAsync(later, passkey);

        (await later.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_device_that_did_not_check_who_holds_it_is_refused()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        using var later = site.Visitor();

        passkey.ChecksUser = false;
        await SignInAsync(later, passkey);

        (await later.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_to_another_question_is_refused()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        using var later = site.Visitor();
        var page = await later.GetStringAsync("/sign-in");
        var (options, _) = await QuestionAsync(later, "/sign-in", page);
        var (_, state) = await QuestionAsync(later, "/sign-in", page);

        (await AnswerAsync(later, page, passkey.Get(options), state)).Dispose();

        (await later.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_of_a_passkey_counts_once()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        using var later = site.Visitor();
        var page = await later.GetStringAsync("/sign-in");
        var (options, state) = await QuestionAsync(later, "/sign-in", page);
        var answer = passkey.Get(options);
        (await AnswerAsync(later, page, answer, state)).Dispose();
        using var thief = site.Visitor();
        var other = await thief.GetStringAsync("/sign-in");

        (await AnswerAsync(thief, other, answer, state)).Dispose();

        (await later.IsSignedInAsync()).ShouldBeTrue();
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task What_is_no_answer_of_a_passkey_is_refused_in_words(string credential)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Visitor();
        var page = await visitor.GetStringAsync("/sign-in");
        var (_, state) = await QuestionAsync(visitor, "/sign-in", page);

        using var answer = await AnswerAsync(visitor, page, credential, state);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Met deze passkey kan niet worden aangemeld");
    }

    [Fact]
    public async Task A_passkey_of_somebody_who_is_blocked_is_refused()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var passkey = NewPasskey(site);
        using var person = await WithPasskeyAsync(site, passkey);
        var id = (await person.GetJsonAsync("/me")).Text("id");
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Person>(id, CancellationToken.None)).Disable(true);
            await db.SaveAsync(new Weerbaar.Platform.Storage.Change("test"), CancellationToken.None);
            return true;
        });
        using var later = site.Visitor();

        await SignInAsync(later, passkey);

        (await later.IsSignedInAsync()).ShouldBeFalse();
    }

    private static SoftPasskey NewPasskey(TestSite site) => new() { Origin = site.Address.GetLeftPart(UriPartial.Authority) };

    private static async Task<HttpClient> WithPasskeyAsync(TestSite site, SoftPasskey passkey)
    {
        var person = await site.SignInAsync(Role.Analyst);
        await AddAsync(person, passkey, "sleutel");
        return person;
    }

    private static async Task AddAsync(HttpClient person, SoftPasskey passkey, string name)
    {
        var page = await person.GetStringAsync("/account");
        var (options, state) = await QuestionAsync(person, "/account", page);
        using var answer = await person.PostAsync(
            "/account?handler=AddPasskey", TestSite.Form(page, ("Credential", passkey.Create(options)), ("State", state), ("Input.Name", name)));
        (await answer.Content.ReadAsStringAsync()).ShouldContain(name);
    }

    private static async Task SignInAsync(HttpClient browser, SoftPasskey passkey)
    {
        var page = await browser.GetStringAsync("/sign-in");
        var (options, state) = await QuestionAsync(browser, "/sign-in", page);
        using var answer = await AnswerAsync(browser, page, passkey.Get(options), state);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient browser, string page, string credential, string state) =>
        browser.PostAsync("/sign-in?handler=Passkey", TestSite.Form(page, ("Credential", credential), ("State", state)));

    private static async Task<(string Options, string State)> QuestionAsync(HttpClient browser, string path, string page)
    {
        using var answer = await browser.PostAsync($"{path}?handler=PasskeyOptions", TestSite.Form(page));
        var question = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (question.Text("options"), question.Text("state"));
    }
}
