using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.OpenId;

namespace Weerbaar.Tests.Architecture;

/// <summary>Another site can make a browser post to this one; it can't know the token of a form, and can't send what the API reads. Every route that posts is walked.</summary>
public sealed class ForgeryTests
{
    /// <summary>Posts that no browser sends: each has another proof of who sent it.</summary>
    private static readonly string[] proven = [BackChannelLogout.Path];

    [Fact]
    public async Task Every_page_that_takes_a_form_refuses_one_without_its_token()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var posts = site.Endpoints.OfType<RouteEndpoint>().SelectMany(Posts).ToList();
        posts.Count.ShouldBeGreaterThan(20);
        var accepted = new List<string>();
        foreach (var post in posts)
        {
            using var answer = await administrator.PostAsync(post, new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "x")]));
            if (answer.StatusCode != HttpStatusCode.BadRequest)
            {
                accepted.Add($"{post}: {answer.StatusCode}");
            }
        }

        accepted.ShouldBeEmpty();
        (await administrator.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK, "signing out was refused too");
    }

    [Fact]
    public async Task Every_route_of_the_API_that_reads_a_message_refuses_what_a_form_on_another_site_can_send()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var accepted = new List<string>();
        foreach (var (method, path) in ApiRoutes(site))
        {
            foreach (var kind in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
            {
                using var request = new HttpRequestMessage(method, path) { Content = new StringContent("{}", Encoding.UTF8, kind) };
                using var answer = await administrator.SendAsync(request);
                if (answer.IsSuccessStatusCode)
                {
                    accepted.Add($"{method} {path} {kind}");
                }
            }
        }

        accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_else_takes_a_post()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);

        site.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(e => e.RoutePattern.RawText!).Where(path => !path.StartsWith("/api/v1/", StringComparison.Ordinal) && !path.StartsWith("/live", StringComparison.Ordinal))
            .ShouldBe(proven);
    }

    private static IEnumerable<string> Posts(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page || page.ModelTypeInfo?.Name == "ErrorModel")
        {
            return [];
        }

        var path = "/" + string.Join('/', endpoint.RoutePattern.RawText!.Trim('/').Split('/').Select(Filled));
        return page.HandlerMethods.Where(h => h.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase))
            .Select(h => h.Name is null ? path : $"{path}?handler={h.Name}");
    }

    /// <summary>A word for a part that varies: the first that it may be.</summary>
    private static string Filled(string part) => !part.StartsWith('{') ? part
        : part.Contains("regex(^(", StringComparison.Ordinal) ? part.Split("regex(^(")[1].Split('|', ')')[0]
        : "x";

    private static IEnumerable<(HttpMethod Method, string Path)> ApiRoutes(TestSite site) => site.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(m => m != "GET")
            .Select(m => (new HttpMethod(m), string.Join('/', e.RoutePattern.RawText!.Split('/').Select(part => part.StartsWith('{') ? "x" : part)))));
}
