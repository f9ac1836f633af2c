using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Tests.OpenId;

/// <summary>The file with the settings of signing in at the organisation.</summary>
public sealed class ReadOpenIdTests : IDisposable
{
    private const string good = """
        issuer: https://login.example.org/realms/nv
        client-id: weerbaar
        client-secret-file: secret
        button: { nl: Aanmelden, en: Sign in }
        claims: { name: displayName, email: mail }
        link-by-email: true
        only-local-accounts: [emergency@example.org]
        rules:
          - { claim: realm_access.roles, value: nv-analist, role: analyst, organisation: ANV, function: Adviser, clearance: internal }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;

    [Fact]
    public void Everything_in_the_file_is_read()
    {
        Write("secret", "a secret\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var settings = Read(good);

        settings.ShouldSatisfyAllConditions(
            () => settings.Issuer.ShouldBe("https://login.example.org/realms/nv"),
            () => settings.ClientSecret.ShouldBe("a secret"),
            () => settings.EmailClaim.ShouldBe("mail"),
            () => settings.LinkByEmail.ShouldBeTrue(),
            () => settings.OnlyLocalAccounts.ShouldBe(["emergency@example.org"]),
            () => settings.Rules.ShouldBe([new ClaimRule("realm_access.roles", "nv-analist", Role.Analyst, "ANV", Marking.Internal) { Function = "Adviser" }]));
    }

    [Fact]
    public void A_secret_that_others_on_the_machine_may_read_is_refused()
    {
        Write("secret", "a secret", UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Errors(good).ShouldContain("Everybody on this machine may use the file");
    }

    [Theory]
    [InlineData("issuer: https://login", "issuer: http://login", "Expected the address of the issuer")]
    [InlineData("client-secret-file: secret", "client-secret: hush", "The secret does not belong in this file")]
    [InlineData("role: analyst", "role: boss", "Expected one of reader, analyst")]
    [InlineData("clearance: internal", "clearance: state-secret", "holds nothing above")]
    [InlineData("role: analyst", "role: administrator", "leave 'organisation' out")]
    [InlineData("organisation: ANV", "organisation: NOBODY", "no organisation with the code 'NOBODY'")]
    [InlineData("organisation: ANV, ", "", "leave 'function' out")]
    [InlineData("link-by-email", "link-by-mail", "'link-by-mail' means nothing here")]
    [InlineData("client-secret-file: secret", "client-secret-file: lost", "There is no file")]
    [InlineData("client-id: weerbaar", "scopes: [email]", "'openid' among the scopes")]
    public void What_is_wrong_is_said(string part, string wrong, string words)
    {
        Write("secret", "a secret", UnixFileMode.UserRead);

        Errors(good.Replace(part, wrong, StringComparison.Ordinal)).ShouldContain(words);
    }

    [Theory]
    [InlineData("""{"groups": ["a", "b"]}""", "groups", "b", true)]
    [InlineData("""{"groups": "b"}""", "groups", "b", true)]
    [InlineData("""{"groups": ["B"]}""", "groups", "b", false)]
    [InlineData("""{"groups": ["ab"]}""", "groups", "b", false)]
    [InlineData("""{"realm_access": {"roles": ["b"]}}""", "realm_access.roles", "b", true)]
    [InlineData("""{"https://example.org/groups": ["b"]}""", "https://example.org/groups", "b", true)]
    [InlineData("""{"groups": [{"b": "b"}, 7, null]}""", "groups", "b", false)]
    [InlineData("""{"groups": {"b": true}}""", "groups", "b", false)]
    public void A_rule_holds_for_exactly_its_value(string claims, string claim, string value, bool holds)
    {
        using var json = System.Text.Json.JsonDocument.Parse(claims);

        ClaimRules.For(json.RootElement, [new ClaimRule(claim, value, Role.Reader, null, Marking.Public)]).Any().ShouldBe(holds);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private OpenIdSettings Read(string yaml) => ReadOpenId.From(Write("openid.yaml", yaml, UnixFileMode.UserRead | UnixFileMode.UserWrite), MarkingCeiling.Default, OrganisationCatalogue.Shipped);

    private string Errors(string yaml) => string.Join("\n", Should.Throw<BadInputException>(() => Read(yaml)).Errors);

    private string Write(string name, string text, UnixFileMode mode)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }

        return path;
    }
}
