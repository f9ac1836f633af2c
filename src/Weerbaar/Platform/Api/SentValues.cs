using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>Looks at what stands in the address: plain text everywhere, and for a route of the API only the names it knows, each with the kind of value it asks for.</summary>
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

        var asked = Asked(http, endpoint);
        asked.ForEach(one => CheckKind(check, one.Name, one.Value, http));
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            CheckNames(check, [.. asked.Select(one => one.Name), .. OfItsKind(endpoint)], http);
        }

        return check;
    }

    /// <summary>What the route itself takes after the question mark.</summary>
    private static List<(string Name, IParameterBindingMetadata Value)> Asked(HttpContext http, Endpoint endpoint) =>
    [
        .. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(p => (Name: NameOf(p.ParameterInfo), Value: p))
            .Where(p => RuleOf(TypeOf(p.Value)) is not null && !http.Request.RouteValues.ContainsKey(p.Name)),
    ];

    private static string NameOf(ParameterInfo asked) =>
        asked.GetCustomAttributes(inherit: false).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? asked.Name!;

    /// <summary>What routes of a kind take besides: the moment that is asked about, for whom a file is, and whether it is only looked at.</summary>
    private static IEnumerable<string> OfItsKind(Endpoint endpoint) =>
    [
        .. PastRequests.ShowsPast(endpoint.Metadata) ? [PastRequests.Parameter] : Array.Empty<string>(),
        .. endpoint.Metadata.GetMetadata<LeavesProgram>() is null ? Array.Empty<string>() : LeavingAnswers.Names,
    ];

    private static void CheckNames(InputCheck check, IReadOnlyList<string> known, HttpContext http)
    {
        foreach (var name in http.Request.Query.Keys.Where(sent => !known.Contains(sent, StringComparer.OrdinalIgnoreCase)))
        {
            check.Require(false, PlainText.Shown(name), known.Count > 0 ? "api.error.unknown-name" : "api.error.no-names", string.Join(", ", known.Distinct()));
        }
    }

    private static void CheckKind(InputCheck check, string name, IParameterBindingMetadata asked, HttpContext http)
    {
        var type = TypeOf(asked);
        var (rule, sent) = (RuleOf(type)!.Value, http.Request.Query[name]);
        check.Require(sent.Count < 2, name, "api.error.twice");
        if (StringValues.IsNullOrEmpty(sent))
        {
            check.Require(asked.IsOptional, name, "api.error.missing");
        }
        else
        {
            check.Require(rule.Holds(sent.ToString()), name, rule.Key, Words(type));
        }
    }

    private static Type TypeOf(IParameterBindingMetadata asked) =>
        Nullable.GetUnderlyingType(asked.ParameterInfo.ParameterType) ?? asked.ParameterInfo.ParameterType;

    private static (Func<string, bool> Holds, string Key)? RuleOf(Type type) => type switch
    {
        { IsEnum: true } => (word => EnumWords.Find(type, word) is not null, "rules.word"),
        _ when type == typeof(string) => (_ => true, ""),
        _ when type == typeof(bool) => (word => bool.TryParse(word, out _), "api.error.flag"),
        _ when type == typeof(int) => (word => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "api.error.whole"),
        _ when type == typeof(long) => (word => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "api.error.whole"),
        _ when type == typeof(ulong) => (word => ulong.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _), "api.error.whole"),
        _ when type == typeof(double) => (word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number), "api.error.with-point"),
        _ => null,
    };

    private static string Words(Type type) => type.IsEnum ? EnumWords.Of(type) : "";
}
