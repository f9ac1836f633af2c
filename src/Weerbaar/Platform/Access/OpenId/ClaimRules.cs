using System.Text.Json;
using Weerbaar.Platform.Access.Functions;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Who has this value in this claim has this role, for an organisation if it names one, and may see at most this.</summary>
public sealed record ClaimRule(string Claim, string Value, Role Role, string? Organisation, Marking Clearance)
{
    /// <summary>What they are called at that organisation; without it, the value of the claim.</summary>
    public string? Function { get; init; }

    public string FunctionName => Function ?? Value[..Math.Min(Value.Length, FunctionDescription.LongestName)];
}

/// <summary>From what the issuer says of somebody to what they may do here. The one place that knows both.</summary>
public static class ClaimRules
{
    /// <summary>The rules that hold for somebody; none means that they have no business here.</summary>
    public static IReadOnlyList<ClaimRule> For(JsonElement claims, IReadOnlyList<ClaimRule> rules) =>
        [.. rules.Where(rule => ValuesOf(claims, rule.Claim).Contains(rule.Value, StringComparer.Ordinal))];

    /// <summary>The rules decide who there is and what they have; whom they are about may not, and the desk alone may not.</summary>
    public static Actor MayApply(Actor actor) => actor with { Permissions = actor.Permissions.Append(Permission.ManagePeople).ToHashSet() };

    /// <summary>A new person as the rules make them.</summary>
    public static Person NewPerson(string id, string name, string email, IReadOnlyList<ClaimRule> granted) =>
        new(id, name, email, granted.Max(r => r.Clearance));

    /// <summary>Lowers a clearance to what the rules say now; it is never raised, an administrator may have set it lower.</summary>
    public static void Apply(Person person, IReadOnlyList<ClaimRule> granted)
    {
        var clearance = (Marking)Math.Min((int)person.Clearance, (int)granted.Max(r => r.Clearance));
        person.Change(person.Name, person.Email, clearance);
    }

    /// <summary>One text or a list of texts, under the name itself or, where dots part it, one level down for each.</summary>
    private static IReadOnlyList<string> ValuesOf(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value))
        {
            var found = claims;
            value = name.Split('.').All(part => found.ValueKind == JsonValueKind.Object && found.TryGetProperty(part, out found)) ? found : default;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)],
            _ => [],
        };
    }
}
