using System.Net;
using Microsoft.AspNetCore.Http;

namespace Weerbaar.Tests.OpenId;

/// <summary>An issuer that is down, slow, or says what an issuer does not say: a page with words, and no call elsewhere.</summary>
public sealed class IssuerTroubleTests
{
    [Fact]
    public async Task An_issuer_that_is_down_gives_a_page_that_says_so()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        await run.Issuer.DisposeAsync();
        using var visitor = run.Site.Visitor();

        using var answer = await visitor.GetAsync("/sign-in/organisation");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("antwoordt niet");
        (await visitor.GetAsync("/signed-out")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration", "not json")]
    [InlineData("/.well-known/openid-configuration", "[]")]
    [InlineData("/.well-known/openid-configuration", "{\"issuer\": 7}")]
    [InlineData("/.well-known/openid-configuration", "{\"issuer\": \"https://evil.example\"}")]
    [InlineData("/keys", "not json")]
    [InlineData("/token", "not json")]
    [InlineData("/token", "[]")]
    [InlineData("/token", "{\"id_token\": null}")]
    public async Task An_issuer_that_answers_garbage_gives_a_page_that_says_so(string path, string garbage)
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        run.Issuer.Instead = http => InsteadAsync(http, path, async () => await http.Response.WriteAsync(garbage));

        (await run.RefusedAsync(HttpStatusCode.ServiceUnavailable)).Words.ShouldContain("antwoordt niet of niet goed");
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/keys")]
    [InlineData("/token")]
    public async Task An_issuer_that_is_slow_fails_or_says_too_much_gives_a_page_that_says_so(string path)
    {
        foreach (var wrong in new Func<HttpContext, Task>[] { SlowAsync, FailAsync, RedirectAsync, FloodAsync })
        {
            await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite, issuer => issuer.Settings() with { Patience = TimeSpan.FromMilliseconds(500) });
            run.Issuer.Instead = http => InsteadAsync(http, path, () => wrong(http));

            await run.RefusedAsync(HttpStatusCode.ServiceUnavailable);

            run.Issuer.Asked.ShouldNotContain("/elsewhere");
        }
    }

    [Theory]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    [InlineData("authorization_endpoint")]
    [InlineData("end_session_endpoint")]
    public async Task An_address_on_another_host_is_never_called_and_never_sent_to(string which)
    {
        await using var inside = await TestIssuer.StartAsync();
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        run.Issuer.SpoilDocument = document => document[which] = $"{inside.Address}/token";

        await run.RefusedAsync(HttpStatusCode.ServiceUnavailable);

        inside.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_failure_nobody_waits_for_the_next()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        run.Issuer.Instead = http => InsteadAsync(http, "/.well-known/openid-configuration", () => FailAsync(http));
        await run.RefusedAsync(HttpStatusCode.ServiceUnavailable);

        await run.RefusedAsync(HttpStatusCode.ServiceUnavailable);

        run.Issuer.Asked.Count.ShouldBe(1);
    }

    private static async Task<bool> InsteadAsync(HttpContext http, string path, Func<Task> answer)
    {
        if (http.Request.Path != path)
        {
            return false;
        }

        await answer();
        return true;
    }

    private static Task SlowAsync(HttpContext http) => Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static Task FailAsync(HttpContext http)
    {
        http.Response.StatusCode = 500;
        return Task.CompletedTask;
    }

    private static Task RedirectAsync(HttpContext http)
    {
        http.Response.Redirect("/elsewhere");
        return Task.CompletedTask;
    }

    private static Task FloodAsync(HttpContext http) => http.Response.WriteAsync(new string(' ', 2_000_000));
}
