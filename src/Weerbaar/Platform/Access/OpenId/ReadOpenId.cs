using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Reads the file with the settings of signing in at an issuer, and reports all that is wrong with it at once.</summary>
public static class ReadOpenId
{
    public const string SecretVariable = "Weerbaar__OpenIdSecret";

    private static readonly Dictionary<string, Role> roles = RolePermissions.OfPeople.ToDictionary(r => r.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <exception cref="BadInputException">The file can't be used; says where and why.</exception>
    public static OpenIdSettings From(string path, MarkingCeiling ceiling, OrganisationCatalogue organisations)
    {
        var errors = new InputErrors();
        var settings = YamlFile.Read(path, errors) is { Root: var file } ? Read(file, path, errors, ceiling, organisations) : null;
        errors.ThrowIfAny();
        return settings!;
    }

    private static OpenIdSettings Read(YamlMap file, string path, InputErrors errors, MarkingCeiling ceiling, OrganisationCatalogue organisations)
    {
        RefuseSecret(file);
        var plain = new OpenIdSettings { Issuer = Issuer(file), ClientId = file.Text("client-id") };
        var claims = file.OptionalMap("claims");
        var settings = plain with
        {
            ClientSecret = Secret(file, path, errors),
            Scopes = file.Has("scopes") ? Scopes(file) : plain.Scopes,
            Button = file.OptionalBilingual("button") ?? plain.Button,
            Hosts = file.OptionalTexts("hosts"),
            NameClaim = claims?.OptionalText("name") ?? plain.NameClaim,
            EmailClaim = claims?.OptionalText("email") ?? plain.EmailClaim,
            LinkByEmail = file.Has("link-by-email") && file.Flag("link-by-email"),
            EmailsAreVerified = file.Has("emails-are-verified") && file.Flag("emails-are-verified"),
            OnlyLocalAccounts = file.Has("only-local-accounts") ? file.Texts("only-local-accounts") : null,
            Rules = [.. file.Maps("rules").Select(rule => Rule(rule, ceiling, organisations))],
        };
        claims?.RefuseOtherKeys();
        file.RefuseOtherKeys();
        return settings;
    }

    private static string Issuer(YamlMap file)
    {
        var issuer = file.Text("issuer");
        if (Uri.TryCreate(issuer, UriKind.Absolute, out var address) && OpenIdSettings.IsSafe(address)
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0)
        {
            return issuer;
        }

        file.Required("issuer")?.Error("Expected the address of the issuer for 'issuer', as in https://login.example.org; without TLS only on this machine itself.");
        return "https://invalid.example";
    }

    private static IReadOnlyList<string> Scopes(YamlMap file)
    {
        var scopes = file.Texts("scopes");
        if (!scopes.Contains("openid"))
        {
            file.Required("scopes")?.Error("Expected 'openid' among the scopes.");
        }

        return scopes;
    }

    private static ClaimRule Rule(YamlMap rule, MarkingCeiling ceiling, OrganisationCatalogue organisations)
    {
        var read = new ClaimRule(rule.Text("claim"), rule.Text("value"), rule.Choice("role", roles), Organisation(rule, organisations), rule.Choice("clearance", MarkingWords.All))
        {
            Function = rule.OptionalText("function"),
        };
        RefuseUnless(read.Clearance <= ceiling.Highest, rule, "clearance", $"This installation holds nothing above {ceiling.Highest}.");
        RefuseUnless(read is not { Role: Role.Administrator, Organisation: not null }, rule, "organisation", "An administrator is one everywhere: leave 'organisation' out, or give another role.");
        RefuseUnless(read.Function is null || read.Organisation is not null, rule, "function", "A function is in an organisation: name that with 'organisation', or leave 'function' out.");
        RefuseUnless(read.Function is null || read.Function.Trim().Length is > 0 and <= FunctionDescription.LongestName, rule, "function", $"Give a function of at most {FunctionDescription.LongestName} characters.");
        rule.RefuseOtherKeys();
        return read;
    }

    private static void RefuseUnless(bool holds, YamlMap rule, string key, string sentence)
    {
        if (!holds)
        {
            rule.Find(key)!.Error(sentence);
        }
    }

    private static string? Organisation(YamlMap rule, OrganisationCatalogue organisations)
    {
        var code = rule.OptionalText("organisation");
        if (code is not null && organisations.Find(code) is null)
        {
            rule.Find("organisation")!.Error($"There is no organisation with the code '{code}'.");
        }

        return code;
    }

    private static void RefuseSecret(YamlMap file)
    {
        if (file.Has("client-secret"))
        {
            file.Find("client-secret")!.Error($"The secret does not belong in this file. Put it alone in another, name that with 'client-secret-file', or set {SecretVariable}.");
        }
    }

    private static string? Secret(YamlMap file, string path, InputErrors errors)
    {
        var named = file.OptionalText("client-secret-file");
        if (Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } fromEnvironment)
        {
            return fromEnvironment;
        }

        if (named is null)
        {
            return null;
        }

        try
        {
            return SecretFile.ReadText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, named));
        }
        catch (BadUse trouble)
        {
            errors.Add(path, file.Find("client-secret-file")!.Line, trouble.Message);
            return null;
        }
    }
}
