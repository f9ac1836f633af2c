using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>Looks at what stands in the address: plain text everywhere, and for a route of the API the kind of value it asks for.</summary>
internal static class SentValues
{
    public static InputCheck Check(HttpContext http, Endpoint endpoint)
    {
        var check = new InputCheck();
        foreach (var (name, values) in http.Request.Query)
        {
            check.Plain(PlainText.Shown(name), name);
            values.ToList().ForEach(value => check.Plain(PlainText.Shown(name), value ?? ""));
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            check.Plain(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        foreach (var asked in endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
        {
            CheckKind(check, asked, http);
        }

        return check;
    }

    private static void CheckKind(InputCheck check, ParameterInfo asked, HttpContext http)
    {
        var type = Nullable.GetUnderlyingType(asked.ParameterType) ?? asked.ParameterType;
        if (RuleOf(type) is not { } rule || http.Request.RouteValues.ContainsKey(asked.Name!))
        {
            return;
        }

        var sent = http.Request.Query[asked.Name!];
        check.Require(sent.Count < 2, asked.Name!, "api.error.twice");
        if (StringValues.IsNullOrEmpty(sent))
        {
            check.Require(MayBeLeftOut(asked), asked.Name!, "api.error.missing");
        }
        else
        {
            check.Require(rule.Holds(sent.ToString()), asked.Name!, rule.Key, Words(type));
        }
    }

    private static (Func<string, bool> Holds, string Key)? RuleOf(Type type) => type switch
    {
        { IsEnum: true } => (word => EnumWords.Find(type, word) is not null, "rules.word"),
        _ when type == typeof(string) => (_ => true, ""),
        _ when type == typeof(bool) => (word => bool.TryParse(word, out _), "api.error.flag"),
        _ when type == typeof(int) => (word => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "api.error.whole"),
        _ when type == typeof(long) => (word => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "api.error.whole"),
        _ when type == typeof(ulong) => (word => ulong.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _), "api.error.whole"),
        _ => null,
    };

    private static string Words(Type type) => type.IsEnum ? EnumWords.Of(type) : "";

    private static bool MayBeLeftOut(ParameterInfo asked) =>
        asked.HasDefaultValue || new NullabilityInfoContext().Create(asked).WriteState == NullabilityState.Nullable;
}
