using System.Net;
using System.Security.Claims;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Weerbaar.Platform.Site;

namespace Weerbaar.Tests.Site;

/// <summary>The site alone on a test server: no database, one reader who is signed in.</summary>
public sealed class SitePages : IAsyncLifetime
{
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "weerbaar",
            ContentRootPath = Sources.Product,
            EnvironmentName = Environments.Development,
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddSite();
        builder.Services.AddSingleton(new NavigationEntry("gallery", "gallery.title", "/gallery", "columns", 1, NavigationGroup.WorkingMethod));
        builder.Services.AddSingleton(new NavigationEntry("secret", "gallery.place.reports", "/secret", "lock", 2, NavigationGroup.WorkingMethod, "administrator"));
        app = builder.Build();
        app.Use((http, next) =>
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("name", "A reader"), new Claim("role", "Reader")], "test"));
            return next(http);
        });
        app.UseSite();
        app.MapSite();
        app.MapGet("/breaks", (Func<string>)(() => throw new InvalidOperationException("inner detail")));
        app.MapGet("/forbidden", () => Microsoft.AspNetCore.Http.Results.StatusCode(403));
        app.MapGet("/api/breaks", () => Microsoft.AspNetCore.Http.Results.StatusCode(404));
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public Visitor Visitor() => new(app.GetTestServer());
}

/// <summary>A browser's worth of behaviour: cookies are kept, redirects are not followed, pages are parsed.</summary>
public sealed class Visitor(TestServer server) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client = new(server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

    public void Dispose() => client.Dispose();

    public async Task<HttpResponseMessage> Get(string path, string? language = null) => await Send(new(HttpMethod.Get, path), language);

    public async Task<IHtmlDocument> Page(string path, string? language = null) => await Parsed(await Get(path, language));

    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        await Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))) });

    /// <summary>Opens the page first, for the token its forms carry.</summary>
    public async Task<HttpResponseMessage> PostFrom(string page, string path, params (string Name, string Value)[] fields)
    {
        var token = (await Page(page)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return await Post(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public static async Task<IHtmlDocument> Parsed(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? language = null)
    {
        var address = new Uri(client.BaseAddress!, request.RequestUri!);
        if (cookies.GetCookieHeader(address) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        if (language is not null)
        {
            request.Headers.Add("Accept-Language", language);
        }

        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(address, cookie);
        }

        return answer;
    }
}
