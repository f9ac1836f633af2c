using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests;

/// <summary>The addresses of a site, as its endpoints say them: a new page or route is tested because it is there.</summary>
internal static partial class Routes
{
    /// <summary>The patterns of all pages, as <c>/threats/{id}</c>.</summary>
    public static IEnumerable<string> Pages(TestSite site) => Patterns(site, IsPage);

    /// <summary>The patterns of all pages and of all that the API lets read.</summary>
    public static IEnumerable<string> Reads(TestSite site) => Patterns(site, e => IsPage(e) || IsRead(e));

    /// <summary>A pattern with each of the values in the place of each of its parameters.</summary>
    public static IEnumerable<string> Fill(string route, Func<string, IEnumerable<string>> values) => Parameter().Match(route) is { Success: true } parameter
        ? values(parameter.Groups["name"].Value).SelectMany(value => Fill(route.Replace(parameter.Value, value, StringComparison.Ordinal), values))
        : [route];

    /// <summary>What a route is about where its address says which kind; one of each kind where it does not.</summary>
    private static IReadOnlyList<string> About(string route, IReadOnlyDictionary<string, string> idOfKind) =>
        idOfKind.Where(o => route.Contains($"/{o.Key}s/", StringComparison.Ordinal)).Select(o => o.Value).ToList() is { Count: > 0 } own ? own
        : route.Contains("{roundId}", StringComparison.Ordinal) ? [idOfKind["round"]]
        : [.. idOfKind.Values];

    /// <summary>What may stand in the place of a parameter: ids of what is there, and words that the program knows.</summary>
    public static IEnumerable<string> Values(string route, string name, IReadOnlyDictionary<string, string> idOfKind, string person) => name switch
    {
        "criterion" => [Assessment.RoundRequests.Criteria[0]],
        "scenarioId" => [idOfKind["scenario"]],
        "table" => UncertaintyTables.Names.Take(2),
        "file" => ["run.json", "ranks.csv"],
        "name" => ["threats", "scenarios", "measures", "judgements", "measure-progress"],
        "format" => route.Contains("diagram", StringComparison.Ordinal) ? ["svg"] : ["csv", "json"],
        "editionId" => ["nl-2009"],
        "code" => ["404"],
        "step" => ["establish", "reopen"],
        "seq" => ["1"],
        "token" or "functionId" => ["nergens"],
        _ => route.Contains("/people/", StringComparison.Ordinal) ? [person] : route.Contains("/method-editions/", StringComparison.Ordinal) ? ["nl-2009"] : About(route, idOfKind),
    };

    private static IEnumerable<string> Patterns(TestSite site, Func<RouteEndpoint, bool> which) =>
        site.Endpoints.OfType<RouteEndpoint>().Where(which).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();

    private static bool IsPage(RouteEndpoint route) => route.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private static bool IsRead(RouteEndpoint route) => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)
        && route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET");

    [GeneratedRegex(@"\{(?<name>\w+)(?:[^{}]|\([^)]*\))*\}")]
    private static partial Regex Parameter();
}
