using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.OpenId;

/// <summary>A site with an issuer, and browsers that sign in there step by step or at once.</summary>
internal sealed class SignInRun(TestSite site, TestIssuer issuer) : IAsyncDisposable
{
    public TestSite Site => site;

    public TestIssuer Issuer => issuer;

    public static async Task<SignInRun> StartAsync(DatabaseKind kind, Func<TestIssuer, Weerbaar.Platform.Access.OpenId.OpenIdSettings>? settings = null, TimeProvider? clock = null)
    {
        var issuer = await TestIssuer.StartAsync();
        return new SignInRun(await TestSite.StartAsync(kind, clock, openId: settings?.Invoke(issuer) ?? issuer.Settings()), issuer);
    }

    /// <summary>The whole way, as a browser goes it.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var browser = site.Visitor();
        using var answer = await browser.GetAsync("/sign-in/organisation?returnUrl=/threats");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/threats");
        return browser;
    }

    /// <summary>The whole way, to a refusal; gives the words of the page and the reason in the journal.</summary>
    public async Task<(string Words, string Reason)> RefusedAsync(HttpStatusCode status = HttpStatusCode.Forbidden)
    {
        using var browser = site.Visitor();
        using var answer = await browser.GetAsync("/sign-in/organisation");
        return await RefusedAsync(browser, answer, status);
    }

    public async Task<(string Words, string Reason)> RefusedAsync(HttpClient browser, HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.Forbidden)
    {
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, page);
        (await browser.IsSignedInAsync()).ShouldBeFalse();
        return (new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).MainText(), await LastReasonAsync());
    }

    public Task<string> LastReasonAsync() => site.AsConsoleAsync(async (db, _) =>
        await db.Journal.Where(e => e.Verb == "access.refused").OrderByDescending(e => e.Seq).Select(e => e.Reason).FirstOrDefaultAsync() ?? "");

    /// <summary>A browser that stops at every step, so that a test can go on differently.</summary>
    public HttpClient Steps() => new(new HttpClientHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = site.Address };

    /// <summary>Goes to the issuer and comes back up to the address with the code, which is not opened yet.</summary>
    public static async Task<Uri> ToReturnAsync(HttpClient steps)
    {
        using var begun = await steps.GetAsync("/sign-in/organisation");
        using var there = await steps.GetAsync(begun.Headers.Location);
        return there.Headers.Location!;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await issuer.DisposeAsync();
    }
}
