using System.Security.Cryptography;
using System.Text;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.OpenId;

/// <summary>What is wrong with an ID token is found, whatever it is, and nobody comes in with it.</summary>
public sealed class IdTokenTests : IAsyncLifetime
{
    private SignInRun run = null!;

    public async Task InitializeAsync() => run = await SignInRun.StartAsync(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await run.DisposeAsync();

    [Fact]
    public Task A_token_for_another_client_is_refused() => RefusesAsync(c => c["aud"] = "another", "audience");

    [Fact]
    public Task A_token_for_several_that_was_given_to_another_is_refused() =>
        RefusesAsync(c => (c["aud"], c["azp"]) = (new[] { "weerbaar", "another" }, "another"), "authorised party");

    [Fact]
    public Task A_token_for_several_that_does_not_say_to_whom_it_was_given_is_refused() =>
        RefusesAsync(c => c["aud"] = new[] { "weerbaar", "another" }, "authorised party");

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => RefusesAsync(c => c["iss"] = "https://evil.example", "issuer");

    [Fact]
    public Task A_token_with_the_nonce_of_another_sign_in_is_refused() => RefusesAsync(c => c["nonce"] = "of-another-sign-in", "nonce");

    [Fact]
    public Task A_token_without_a_nonce_is_refused() => RefusesAsync(c => c.Remove("nonce"), "nonce");

    [Fact]
    public Task A_token_that_has_expired_is_refused() => RefusesAsync(c => c["exp"] = Now(-120), "time");

    [Fact]
    public Task A_token_that_never_expires_is_refused() => RefusesAsync(c => c.Remove("exp"), "time");

    [Fact]
    public Task A_token_that_does_not_hold_yet_is_refused() => RefusesAsync(c => c["nbf"] = Now(120), "time");

    [Fact]
    public Task A_token_made_long_ago_is_refused() => RefusesAsync(c => c["iat"] = Now(-3600), "made at");

    [Fact]
    public Task A_token_with_the_hash_of_another_access_token_is_refused() =>
        RefusesAsync(c => c["at_hash"] = SigningKey.Text(SHA256.HashData("another"u8.ToArray())[..16]), "hash of the access token");

    [Fact]
    public Task A_token_about_nobody_is_refused() => RefusesAsync(c => c.Remove("sub"), "subject");

    [Fact]
    public Task A_huge_token_is_refused() => RefusesAsync(c => c["groups"] = new string('x', 40_000), "size");

    [Fact]
    public Task A_token_without_a_signature_is_refused() =>
        RefusesAsync(claims => SigningKey.Join(new() { ["alg"] = "none" }, claims, _ => []), "algorithm");

    [Fact]
    public Task A_token_that_says_none_in_other_letters_is_refused() =>
        RefusesAsync(claims => SigningKey.Join(new() { ["alg"] = "nOnE", ["kid"] = "first" }, claims, _ => []), "algorithm");

    [Fact]
    public Task A_token_signed_with_the_public_key_as_a_secret_is_refused() => RefusesAsync(
        claims => SigningKey.Join(new() { ["alg"] = "HS256", ["kid"] = "first" }, claims, bytes => HMACSHA256.HashData(run.Issuer.Key.PublicBytes, bytes)), "algorithm");

    [Fact]
    public Task A_token_signed_with_the_client_secret_is_refused() => RefusesAsync(
        claims => SigningKey.Join(new() { ["alg"] = "HS256", ["kid"] = "first" }, claims, bytes => HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestIssuer.Secret), bytes)), "algorithm");

    [Fact]
    public Task A_token_signed_by_somebody_else_under_the_name_of_our_key_is_refused() =>
        RefusesAsync(claims => new SigningKey("first").Sign(claims), "signature");

    [Fact]
    public Task A_token_that_brings_its_own_key_is_refused()
    {
        var own = new SigningKey("own");
        return RefusesAsync(claims => own.Sign(new Dictionary<string, object?> { ["alg"] = "RS256", ["kid"] = "own", ["jwk"] = own.Published, ["jku"] = "http://127.0.0.1:1/keys" }, claims), "key");
    }

    [Fact]
    public Task A_token_with_a_key_nobody_knows_is_refused() => RefusesAsync(claims => run.Issuer.Key.Sign(claims, keyId: "unknown"), "key");

    [Fact]
    public Task A_token_of_another_type_is_refused() => RefusesAsync(claims => run.Issuer.Key.Sign(claims, type: "logout+jwt"), "type");

    [Fact]
    public Task A_token_with_a_header_that_must_be_understood_is_refused() => RefusesAsync(
        claims => run.Issuer.Key.Sign(new Dictionary<string, object?> { ["alg"] = "RS256", ["kid"] = "first", ["crit"] = new[] { "b64" }, ["b64"] = false }, claims), "critical header");

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("{}")]
    [InlineData("e30.e30.e30.e30.e30")]
    public async Task A_token_that_is_none_is_refused(string token)
    {
        run.Issuer.Signing = _ => token;

        (await run.RefusedAsync()).Reason.ShouldStartWith("open-id: ");
    }

    [Theory]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task A_key_that_was_put_in_place_of_another_works_at_the_first_sign_in(string algorithm)
    {
        using var before = await run.SignInAsync();
        run.Issuer.Key = new SigningKey("second", algorithm);

        using var after = await run.SignInAsync();

        (await after.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_was_taken_away_is_refused_after_five_minutes()
    {
        var clock = new MovableClock();
        await using var own = await SignInRun.StartAsync(DatabaseKind.Sqlite, clock: clock);
        using var before = await own.SignInAsync();
        var stolen = own.Issuer.Key;
        own.Issuer.Key = new SigningKey("second");
        clock.Move(TimeSpan.FromMinutes(5.1));
        own.Issuer.Spoil = claims => (claims["iat"], claims["exp"]) = (Now(306), Now(600));
        own.Issuer.Signing = claims => stolen.Sign(claims);

        (await own.RefusedAsync()).Reason.ShouldBe("open-id: key");
    }

    [Fact]
    public async Task A_key_that_is_not_for_signing_or_is_too_short_is_no_key()
    {
        run.Issuer.Keys = issuer =>
        {
            var key = issuer.Key.Published;
            key["use"] = "enc";
            using var weak = RSA.Create(1024);
            return [key, new Dictionary<string, string>
            {
                ["kty"] = "RSA", ["kid"] = "first", ["n"] = SigningKey.Text(weak.ExportParameters(false).Modulus!), ["e"] = "AQAB",
            }];
        };

        (await run.RefusedAsync()).Reason.ShouldBe("open-id: key");
    }

    private static long Now(int seconds) => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds;

    private async Task RefusesAsync(Action<Dictionary<string, object?>> spoil, string reason)
    {
        run.Issuer.Spoil = spoil;
        var (words, why) = await run.RefusedAsync();
        why.ShouldBe($"open-id: {reason}");
        words.ShouldContain("Begin opnieuw");
    }

    private async Task RefusesAsync(Func<Dictionary<string, object?>, string> sign, string reason)
    {
        run.Issuer.Signing = sign;
        (await run.RefusedAsync()).Reason.ShouldBe($"open-id: {reason}");
    }
}
