using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.OpenId;

/// <summary>The issuer says that somebody has signed out; others may say so too, and are not believed.</summary>
public sealed class BackChannelLogoutTests
{
    [Theory, OnEveryDatabase]
    public async Task A_sign_out_at_the_issuer_ends_the_sessions_that_came_of_it_and_no_other(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var anna = await run.SignInAsync();
        run.Issuer.Is("s-2", "bob@example.org");
        using var bob = await run.SignInAsync();
        using var local = await run.Site.SignInAsync(Role.Reader);

        (await SendAsync(run, run.Issuer.LogoutClaims("s-1", null))).ShouldBe(HttpStatusCode.OK);

        (await anna.IsSignedInAsync()).ShouldBeFalse();
        (await bob.IsSignedInAsync()).ShouldBeTrue();
        (await local.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_sign_out_of_one_session_leaves_the_others_of_the_same_person(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var desk = await run.SignInAsync();
        run.Issuer.Claims["sid"] = "at-home";
        using var home = await run.SignInAsync();

        (await SendAsync(run, run.Issuer.LogoutClaims(null, "at-home"))).ShouldBe(HttpStatusCode.OK);

        (await home.IsSignedInAsync()).ShouldBeFalse();
        (await desk.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_logout_token_counts_once(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        var token = run.Issuer.Key.Sign(run.Issuer.LogoutClaims("s-1", null), "logout+jwt");
        (await SendAsync(run, token)).ShouldBe(HttpStatusCode.OK);
        using var anna = await run.SignInAsync();

        (await SendAsync(run, token)).ShouldBe(HttpStatusCode.BadRequest);

        (await anna.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_forged_logout_token_of_any_kind_ends_nothing()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var anna = await run.SignInAsync();
        foreach (var (what, token) in Forgeries(run.Issuer))
        {
            (await SendAsync(run, token)).ShouldBe(HttpStatusCode.BadRequest, what);
        }

        (await anna.IsSignedInAsync()).ShouldBeTrue();
        var journalled = await run.Site.AsConsoleAsync((db, _) => db.Journal.CountAsync(e => e.Verb == "access.refused" && e.Reason == "logout token"));
        journalled.ShouldBeInRange(1, 2); // one a minute, and the minute may turn
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_that_was_kept_when_the_account_was_parted_still_ends_with_the_one_at_the_issuer(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var bySession = await run.SignInAsync();
        run.Issuer.Is("s-2", "bob@example.org");
        using var bySubject = await run.SignInAsync();
        await run.Site.AsConsoleAsync(async (db, _) =>
        {
            db.RemoveRange(await db.Set<OpenIdSubject>().ToListAsync());
            await db.SaveAsync(new("access.unlink-open-id"), CancellationToken.None);
            return true;
        });

        (await SendAsync(run, run.Issuer.LogoutClaims("s-1", "at-s-1"))).ShouldBe(HttpStatusCode.OK);
        (await SendAsync(run, run.Issuer.LogoutClaims("s-2", null))).ShouldBe(HttpStatusCode.OK);

        (await bySession.IsSignedInAsync()).ShouldBeFalse();
        (await bySubject.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_sign_out_that_names_a_session_also_ends_those_of_the_person_that_came_without_a_name(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        run.Issuer.Claims.Remove("sid");
        using var unnamed = await run.SignInAsync();
        run.Issuer.Claims["sid"] = "elsewhere";
        using var elsewhere = await run.SignInAsync();

        (await SendAsync(run, run.Issuer.LogoutClaims("s-1", "at-home"))).ShouldBe(HttpStatusCode.OK);

        (await unnamed.IsSignedInAsync()).ShouldBeFalse();
        (await elsewhere.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_logout_that_is_no_form_or_too_large_is_refused()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var sender = run.Site.Visitor();

        (await sender.PostAsync(Path, new StringContent("{}"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((int)(await sender.PostAsync(Path, Form(new string('x', 200_000)))).StatusCode).ShouldBeInRange(400, 413);
    }

    [Fact]
    public async Task Tokens_with_unknown_keys_do_not_make_us_ask_the_issuer_for_ever()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        for (var i = 0; i < 20; i++)
        {
            await SendAsync(run, new SigningKey($"unknown-{i}", "ES256").Sign(run.Issuer.LogoutClaims("s-1", null), "logout+jwt"));
        }

        run.Issuer.Asked.Count(path => path == "/keys").ShouldBe(1);
    }

    private const string Path = "/sign-in/organisation/logout";

    private static IEnumerable<(string What, string Token)> Forgeries(TestIssuer issuer)
    {
        yield return ("another issuer", Signed(issuer, c => c["iss"] = "https://evil.example"));
        yield return ("another audience", Signed(issuer, c => c["aud"] = "another"));
        yield return ("made long ago", Signed(issuer, c => c["iat"] = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds()));
        yield return ("made tomorrow", Signed(issuer, c => c["iat"] = DateTimeOffset.UtcNow.AddHours(24).ToUnixTimeSeconds()));
        yield return ("no moment", Signed(issuer, c => c.Remove("iat")));
        yield return ("expired", Signed(issuer, c => c["exp"] = DateTimeOffset.UtcNow.AddMinutes(-3).ToUnixTimeSeconds()));
        yield return ("no id", Signed(issuer, c => c.Remove("jti")));
        yield return ("a nonce", Signed(issuer, c => c["nonce"] = "x"));
        yield return ("no event", Signed(issuer, c => c.Remove("events")));
        yield return ("another event", Signed(issuer, c => c["events"] = new { other = new { } }));
        yield return ("an event that is a text", Signed(issuer, c => c["events"] = "http://schemas.openid.net/event/backchannel-logout"));
        yield return ("nobody", Signed(issuer, c => c.Remove("sub")));
        yield return ("another type", issuer.Key.Sign(issuer.LogoutClaims("s-1", null), "at+jwt"));
        yield return ("somebody else's key", new SigningKey("first").Sign(issuer.LogoutClaims("s-1", null), "logout+jwt"));
        yield return ("none", SigningKey.Join(new() { ["alg"] = "none" }, issuer.LogoutClaims("s-1", null), _ => []));
        yield return ("the public key as a secret", SigningKey.Join(
            new() { ["alg"] = "HS256", ["kid"] = "first" }, issuer.LogoutClaims("s-1", null), bytes => HMACSHA256.HashData(issuer.Key.PublicBytes, bytes)));
        yield return ("nothing", "");
    }

    private static string Signed(TestIssuer issuer, Action<Dictionary<string, object?>> spoil)
    {
        var claims = issuer.LogoutClaims("s-1", null);
        spoil(claims);
        return issuer.Key.Sign(claims, "logout+jwt");
    }

    private static Task<HttpStatusCode> SendAsync(SignInRun run, Dictionary<string, object?> claims) => SendAsync(run, run.Issuer.Key.Sign(claims, "logout+jwt"));

    private static async Task<HttpStatusCode> SendAsync(SignInRun run, string token)
    {
        using var sender = run.Site.Visitor();
        using var answer = await sender.PostAsync(Path, Form(token));
        return answer.StatusCode;
    }

    private static FormUrlEncodedContent Form(string token) => new([KeyValuePair.Create("logout_token", token)]);
}
