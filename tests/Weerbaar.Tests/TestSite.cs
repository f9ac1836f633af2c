using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Limits;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests;

/// <summary>A database with its data folder that a test works on as the program itself.</summary>
public interface IPlace
{
    string DataFolder { get; }

    Task<T> AsConsoleAsync<T>(Func<WeerbaarDb, IServiceProvider, Task<T>> work);
}

/// <summary>The real program on a real server and a real database, with people who can sign in.</summary>
public sealed class TestSite : IPlace, IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly ServerSettings settings;

    private TestSite(TestDatabase database, WebApplication app, ServerSettings settings) => (this.database, this.app, this.settings) = (database, app, settings);

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints =>
        [.. ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)];

    public string DataFolder => database.Folder;

    /// <summary>What only the connection string of this database holds.</summary>
    public string DatabaseName => database.Name;

    public static async Task<TestSite> StartAsync(DatabaseKind kind, TimeProvider? clock = null, string? publicUrl = null, OpenIdSettings? openId = null, RequestLimits? limits = null, ServedCertificate? certificate = null, bool doesJobs = false)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var settings = new ServerSettings
        {
            Database = database.Database,
            DataFolder = database.Folder,
            Url = certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0",
            Certificate = certificate,
            Limits = limits ?? RequestLimits.None,
            DoesJobs = doesJobs,
            Clock = clock ?? TimeProvider.System,
            OpenId = openId,
            PublicUrl = publicUrl is null ? null : new Uri(publicUrl),
        };
        return await StartAsync(database, settings);
    }

    /// <summary>On a database that is there, with routes of a test besides the program's own.</summary>
    public static Task<TestSite> StartOnAsync(TestDatabase database, TimeProvider clock, Action<WebApplication>? map = null, MarkingCeiling? ceiling = null) => StartAsync(
        database,
        new ServerSettings { Database = database.Database, DataFolder = database.Folder, Url = "http://127.0.0.1:0", Clock = clock, Limits = RequestLimits.None, Ceiling = ceiling ?? MarkingCeiling.Default },
        map);

    /// <summary>Stops the program and leaves its database.</summary>
    public async Task<TestDatabase> StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        return database;
    }

    private static async Task<TestSite> StartAsync(TestDatabase database, ServerSettings settings, Action<WebApplication>? map = null)
    {
        var app = Server.Build(settings);
        map?.Invoke(app);
        await app.Services.MigrateAsync(CancellationToken.None);
        await app.StartAsync();
        return new TestSite(database, app, settings);
    }

    /// <summary>Another process, so to speak, on the same database.</summary>
    public async Task<WebApplication> StartBesideAsync()
    {
        var beside = Server.Build(settings);
        await beside.StartAsync();
        return beside;
    }

    /// <summary>Somebody signed in with a role, by a one-time link as people do.</summary>
    public async Task<HttpClient> SignInAsync(Role role, Marking? clearance = null, RoleScope? scope = null)
    {
        var link = await InviteAsync(role, clearance, scope);
        var client = Visitor();
        var page = await client.GetStringAsync(link);
        using var answer = await client.PostAsync(link, Form(page));
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/");
        return client;
    }

    /// <summary>The path of a one-time link for a new person.</summary>
    public async Task<string> InviteAsync(Role role, Marking? clearance = null, RoleScope? scope = null) =>
        "/sign-in/" + await AsConsoleAsync((db, services) => InviteAsync(db, services, role, clearance, scope));

    public Task<string> EmailOfAsync(string personId) =>
        AsConsoleAsync(async (db, _) => (await db.GetAsync<Person>(personId, CancellationToken.None)).Email);

    /// <summary>A browser that has not signed in; it keeps cookies and follows redirects.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler { UseCookies = true }) { BaseAddress = Address };

    /// <summary>Does something with the database as the program itself.</summary>
    public Task<T> AsConsoleAsync<T>(Func<WeerbaarDb, IServiceProvider, Task<T>> work) => AsAsync(Actor.Console, work);

    /// <summary>Does something with the database as somebody.</summary>
    public async Task<T> AsAsync<T>(Actor actor, Func<WeerbaarDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), scope.ServiceProvider);
    }

    /// <summary>The fields of the first form of a page that has an anti-forgery token, with values added.</summary>
    public static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] values)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var token = document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return new FormUrlEncodedContent(
            values.Append((Name: "__RequestVerificationToken", Value: token)).Select(v => KeyValuePair.Create(v.Name, v.Value)));
    }

    /// <summary>The value of a field of a page's form.</summary>
    public static string Field(string page, string name) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector($"input[name='{name}']")?.GetAttribute("value") ?? "";

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A role that somebody has everywhere.</summary>
    public static RoleAssignment OfPerson(string personId, Role role, RoleScope? scope = null) =>
        new($"{personId}-role", personId, role, scope ?? RoleScope.Everywhere, new Given("console", DateTimeOffset.UnixEpoch));

    private static async Task<string> InviteAsync(WeerbaarDb db, IServiceProvider services, Role role, Marking? clearance, RoleScope? scope)
    {
        var id = services.GetRequiredService<Ids>().Next();
        var least = role == Role.Reader ? Marking.Public : Marking.DepartmentalConfidential;
        var person = new Person(id, $"A {role}", $"{id}@example.org", clearance ?? least);
        db.AddRange(person, OfPerson(id, role, scope));
        return await services.GetRequiredService<Invite>().ForAsync(person, CancellationToken.None);
    }
}

/// <summary>The API as a test speaks it: JSON in and out, the version in <c>If-Match</c>.</summary>
public static class ApiClient
{
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        var answer = await client.GetAsync($"/api/v1{path}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<JsonElement> PostJsonAsync(this HttpClient client, string path, object body, long? version = null)
    {
        var answer = await client.SendJsonAsync(HttpMethod.Post, path, body, version);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static async Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string path, object body, long? version = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        return await client.SendAsync(request);
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
