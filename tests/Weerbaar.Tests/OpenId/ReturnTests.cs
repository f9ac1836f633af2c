using System.Net;
using System.Web;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.OpenId;

/// <summary>The way back from the issuer, and what is tried on it.</summary>
public sealed class ReturnTests
{
    [Theory, OnEveryDatabase]
    public async Task A_return_counts_once_also_for_a_copy_of_the_cookie_at_another_process(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        await using var beside = await run.Site.StartBesideAsync();
        using var steps = run.Steps();
        var back = await CopyAsync(steps);

        using var first = await Send(back.Cookie, back.Address);
        using var second = await Send(back.Cookie, new Uri(new Uri(beside.Urls.First()), back.Address.PathAndQuery));

        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        second.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await run.LastReasonAsync()).ShouldBe("open-id: state");
        run.Issuer.Asked.Count(path => path == "/token").ShouldBe(1);
    }

    [Fact]
    public async Task A_return_without_state_or_with_another_is_refused()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        foreach (var state in new[] { null, "", "x", new string('x', 43) })
        {
            using var steps = run.Steps();
            var back = await SignInRun.ToReturnAsync(steps);

            using var answer = await steps.GetAsync(With(back, "state", state));

            (await run.RefusedAsync(steps, answer)).Reason.ShouldBe("open-id: state");
        }

        run.Issuer.Asked.ShouldNotContain("/token");
    }

    [Fact]
    public async Task A_return_that_another_browser_began_is_refused()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var attacker = run.Steps();
        var back = await SignInRun.ToReturnAsync(attacker);
        using var victim = run.Steps();
        await SignInRun.ToReturnAsync(victim);

        using var answer = await victim.GetAsync(back);

        (await run.RefusedAsync(victim, answer)).Reason.ShouldBe("open-id: state");
    }

    [Fact]
    public async Task A_code_put_into_the_return_of_another_browser_is_refused_by_proof_of_possession()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var attacker = run.Steps();
        var theirs = HttpUtility.ParseQueryString((await SignInRun.ToReturnAsync(attacker)).Query)["code"];
        using var victim = run.Steps();
        var back = await SignInRun.ToReturnAsync(victim);

        using var answer = await victim.GetAsync(With(back, "code", theirs));

        (await run.RefusedAsync(victim, answer)).Reason.ShouldBe("open-id: code");
    }

    [Fact]
    public async Task A_code_that_was_used_is_refused()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var first = run.Steps();
        var used = await SignInRun.ToReturnAsync(first);
        (await first.GetAsync(used)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var second = run.Steps();
        var back = await SignInRun.ToReturnAsync(second);

        using var answer = await second.GetAsync(With(back, "code", HttpUtility.ParseQueryString(used.Query)["code"]));

        (await run.RefusedAsync(second, answer)).Reason.ShouldBe("open-id: code");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task An_answer_of_another_issuer_or_of_none_is_not_taken_for_ours(string? named)
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        run.Issuer.NamesItself = named;

        (await run.RefusedAsync()).Reason.ShouldBe("open-id: issuer");

        run.Issuer.Asked.ShouldNotContain("/token");
    }

    [Fact]
    public async Task An_issuer_that_never_names_itself_need_not()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        run.Issuer.NamesItself = null;
        run.Issuer.SpoilDocument = document => document.Remove("authorization_response_iss_parameter_supported");

        using var browser = await run.SignInAsync();

        (await browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_refused_at_the_issuer_reads_so()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var steps = run.Steps();
        var back = With(await SignInRun.ToReturnAsync(steps), "error", "access_denied");

        using var answer = await steps.GetAsync(back);

        (await run.RefusedAsync(steps, answer)).Words.ShouldContain("heeft u niet aangemeld");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var steps = run.Steps();
        using var begun = await steps.GetAsync($"/sign-in/organisation?returnUrl={Uri.EscapeDataString(elsewhere)}");
        using var there = await steps.GetAsync(begun.Headers.Location);

        using var answer = await steps.GetAsync(there.Headers.Location);

        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Two_tabs_that_sign_in_do_not_get_in_each_others_way()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var steps = run.Steps();
        var one = await SignInRun.ToReturnAsync(steps);
        var other = await SignInRun.ToReturnAsync(steps);

        (await steps.GetAsync(one)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await steps.GetAsync(other)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<(Uri Address, string Cookie)> CopyAsync(HttpClient steps)
    {
        using var begun = await steps.GetAsync("/sign-in/organisation");
        using var there = await steps.GetAsync(begun.Headers.Location);
        return (there.Headers.Location!, begun.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private static async Task<HttpResponseMessage> Send(string cookie, Uri address)
    {
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        return await thief.GetAsync(address);
    }

    private static Uri With(Uri address, string name, string? value)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        query.Remove(name);
        if (value is not null)
        {
            query[name] = value;
        }

        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
