using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.WorkingMethod.Reports;

namespace Weerbaar.Tests.Platform;

/// <summary>What somebody may not see is named nowhere, not by its title and not by its id, and is not lost when they edit what refers to it.</summary>
public sealed partial class UnseenIdsTests
{
    /// <summary>Pages that make files with a browser, are about the reader alone, or are for who has no session.</summary>
    private static readonly string[] leftOut = ["/pdf", "sign-in", "sign-out", "language", "error/"];

    [Theory, OnEveryDatabase]
    public async Task Nothing_that_can_be_read_names_what_the_reader_may_not_see(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        var paths = Paths(site, thread, thread.Open.Values).ToList();

        foreach (var role in new[] { Role.Reader, Role.Administrator })
        {
            using var client = await site.SignInAsync(role, Marking.Public);
            (await NamingAsync(client, paths, thread)).ShouldBeEmpty($"{role}");
        }

        using var cleared = await site.SignInAsync(Role.Administrator);
        (await NamingAsync(cleared, paths, thread)).Count.ShouldBeGreaterThan(60);
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_reader_may_not_see_is_not_there_at_any_address(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        using var client = await site.SignInAsync(Role.Administrator, Marking.Public);
        foreach (var path in Paths(site, thread, thread.Unseen).Where(p => thread.Unseen.Any(p.Contains)))
        {
            (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_public_export_names_only_what_is_public(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        var folder = Path.Combine(site.DataFolder, "public");

        await site.AsConsoleAsync((_, services) => services.GetRequiredService<ReadAs>().MarkedAsync(Marking.Public, null, db => ExportFolder.WriteAsync(
            folder, [TableFormat.Json, TableFormat.Csv], services.GetServices<ExportedTable>(), db, DateTimeOffset.UnixEpoch, (_, _) => Task.FromResult(true), CancellationToken.None)));

        var files = Directory.GetFiles(folder);
        files.Length.ShouldBeGreaterThan(10);
        files.Where(f => Names(File.ReadAllText(f), thread)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task An_edit_keeps_the_links_its_maker_can_not_see_where_they_stood(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        using var client = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        foreach (var (what, id) in thread.Open)
        {
            var before = await LinksAsync(site, what, id);
            before.Intersect(thread.Unseen).ShouldNotBeEmpty(what);

            var answer = await ThreadWithUnseen.EditAsync(client, what, id);

            var content = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, content);
            Names(content, thread).ShouldBeFalse(content);
            (await LinksAsync(site, what, id)).ShouldBe(before, what);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_edit_on_a_page_keeps_the_links_its_maker_can_not_see(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        using var client = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        foreach (var (what, id) in thread.Open)
        {
            var before = await LinksAsync(site, what, id);
            var path = what == "scenario" ? $"/scenarios/{id}/rests-on" : $"/{what}s/{id}/edit";

            var after = await client.SubmitAsync(path, await client.PageAsync(path), ("Input.Reason", "Nagekeken"));

            after.QuerySelector(".w-errors, .validation-summary-errors").ShouldBeNull(after.Body!.TextContent);
            Names(after.DocumentElement.OuterHtml, thread).ShouldBeFalse(what);
            (await LinksAsync(site, what, id)).Order().ShouldBe(before.Order(), what);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Guessing_an_id_does_not_tell_whether_something_rests_on_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        using var client = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        foreach (var (what, id) in thread.Open)
        {
            var linked = (await LinksAsync(site, what, id)).First(thread.Unseen.Contains);
            foreach (var guess in new[] { linked, "nothing-of-the-kind" })
            {
                var answer = await ThreadWithUnseen.EditAsync(client, what, id, body => body["restsOn"]!.AsArray().Add(JsonValue.Create(guess)));
                answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{what} {guess}");
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_basis_that_can_not_be_seen_is_not_confirmed_and_not_named(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var thread = await ThreadWithUnseen.MakeAsync(site);
        using var client = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        var decision = (await client.GetJsonAsync($"/decisions/{thread.Open["decision"]}")).GetProperty("decision");

        var answer = await client.SendJsonAsync(HttpMethod.Put, $"/decisions/{decision.Text("id")}/basis", new { reason = "Nagekeken" }, decision.GetProperty("version").GetInt64());

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Names(await answer.Content.ReadAsStringAsync(), thread).ShouldBeFalse();
    }

    private static Task<List<string>> LinksAsync(TestSite site, string kind, string id) => site.AsConsoleAsync(async (db, services) =>
        (await services.GetRequiredService<ObjectKinds>()[kind].GetAsync(db, id, CancellationToken.None)).AllItRestsOn.ToList());

    /// <summary>The paths whose answer names something unseen, with the words around it.</summary>
    private static async Task<List<string>> NamingAsync(HttpClient client, IEnumerable<string> paths, ThreadWithUnseen thread)
    {
        var naming = new List<string>();
        foreach (var path in paths)
        {
            var content = await (await client.GetAsync(path)).Content.ReadAsStringAsync();
            var at = thread.Unseen.Append(ThreadWithUnseen.Secret).Max(word => content.IndexOf(word, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                naming.Add($"{path}: {content[Math.Max(0, at - 80)..Math.Min(content.Length, at + 60)]}");
            }
        }

        return naming;
    }

    private static bool Names(string content, ThreadWithUnseen thread) =>
        thread.Unseen.Append(ThreadWithUnseen.Secret).Any(word => content.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Every route of the API that reads and every page, about each of the objects, with all their parameters filled in.</summary>
    private static IEnumerable<string> Paths(TestSite site, ThreadWithUnseen thread, IEnumerable<string> ids)
    {
        var tables = site.AsConsoleAsync((_, services) => Task.FromResult(services.GetServices<ExportedTable>().Select(t => t.Name).ToArray())).Result;
        var values = new Dictionary<string, string[]>
        {
            ["id"] = [.. ids], ["roundId"] = [.. ids], ["scenarioId"] = [thread.Open["scenario"]], ["criterion"] = [thread.Criterion], ["file"] = ["run.json", "ranks.csv"], ["functionId"] = ["new"],
            ["table"] = [.. UncertaintyTables.Names], ["name"] = tables, ["format"] = ["csv", "json", "svg"], ["step"] = ["establish", "reopen"], ["seq"] = ["1"],
        };
        var routes = site.Endpoints.OfType<RouteEndpoint>().Where(IsRead).Select(r => "/" + r.RoutePattern.RawText!.TrimStart('/')).Distinct();
        return routes.Where(r => !leftOut.Any(r.Contains)).SelectMany(r => Filled(r, values)).SelectMany(p => Asked(p, thread.Open["round"]));
    }

    private static bool IsRead(RouteEndpoint route) =>
        route.Metadata.GetMetadata<PageActionDescriptor>() is not null
        || (route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal) && route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"));

    private static IEnumerable<string> Filled(string route, Dictionary<string, string[]> values) => Parameter().Match(route) is { Success: true } parameter
        ? values[parameter.Groups[1].Value].SelectMany(value => Filled(route.Replace(parameter.Value, value, StringComparison.Ordinal), values))
        : [route];

    /// <summary>With what the routes of the API ask for; pages take any name.</summary>
    private static IEnumerable<string> Asked(string path, string round) => path.StartsWith("/api/", StringComparison.Ordinal)
        ? [path + (path[(path.LastIndexOf('/') + 1)..] switch { "difference" => "?from=1&to=1", "comparison" => $"?with={round}", "search" => "?q=o", "uncertainty" => "?samples=1000", _ => "" })]
        : [$"{path}?q=o&with={round}&from=1&to=1&samples=1000", $"{path}?format=csv"];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
