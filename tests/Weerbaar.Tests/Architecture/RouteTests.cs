using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Api;

namespace Weerbaar.Tests.Architecture;

/// <summary>Every route of the API says which permission it needs, and every change of something that exists which version it was made on.</summary>
public sealed class RouteTests
{
    [Fact]
    public async Task Every_route_of_the_API_needs_a_permission()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);

        Routes(site).Where(r => r.Metadata.GetMetadata<NeedsPermission>() is null).Select(r => r.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_change_of_something_that_exists_needs_its_version()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);

        Routes(site).Where(ChangesWhatExists).Where(r => r.Metadata.GetMetadata<NeedsVersion>() is null).Select(r => r.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_path_of_the_API_ends_in_a_slash_or_has_capitals()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);

        Routes(site).SelectMany(r => r.RoutePattern.PathSegments.SelectMany(s => s.Parts).OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart>())
            .Select(p => p.Content).Where(p => p.Any(char.IsUpper) || p.EndsWith('/')).ShouldBeEmpty();
    }

    private static List<RouteEndpoint> Routes(TestSite site) =>
        [.. site.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))];

    private static bool ChangesWhatExists(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods;
        var computes = route.RoutePattern.RawText!.EndsWith("/class", StringComparison.Ordinal);
        return !computes && (methods.Contains("PUT") || methods.Contains("DELETE") || (methods.Contains("POST") && route.RoutePattern.Parameters.Count > 0));
    }
}
