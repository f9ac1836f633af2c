using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Fuzz;
using Weerbaar.Tests.NonInterference;
using Weerbaar.Tests.Printing;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Journal;

/// <summary>
/// The law over everything that is stored: whatever any page or route answered at a moment, it answers later for that
/// moment. Nothing is named here that is asked or changed: a new kind, page or route is held to it because it is there.
/// </summary>
public sealed partial class PastLawTests
{
    /// <summary>What needs a browser, and what is about the reader.</summary>
    private static readonly string[] leftOut = ["/pdf", ".png", "/api/v1/me/"];

    private static readonly DateTimeOffset first = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory, OnEveryDatabase]
    public async Task Whatever_was_answered_at_a_moment_is_answered_for_that_moment_later(DatabaseKind kind)
    {
        var clock = new SteppedClock(first);
        await using var site = await TestSite.StartAsync(kind, clock);
        var addresses = (await AddressesAsync(site, await ThreadAsync(site))).Where(a => kind == DatabaseKind.Sqlite || a.StartsWith("/api/", StringComparison.Ordinal)).ToList(); // pages read the same
        List<(DateTimeOffset At, IReadOnlyDictionary<string, string> Said)> moments = [];
        for (var step = 0; step < 2; step++)
        {
            moments.Add((clock.GetUtcNow(), await AskAsync(site, addresses, null)));
            clock.Step(TimeSpan.FromDays(30));
            await ChangeEverythingAsync(site, step);
        }

        foreach (var (at, said) in moments)
        {
            var again = await AskAsync(site, addresses, at);
            addresses.Where(a => again[a] != said[a]).Select(a => Difference(a, said[a], again[a])).ShouldBeEmpty($"{at:u}");
        }

        var changed = addresses.Where(a => moments[0].Said[a] != moments[1].Said[a]).ToList();
        changed.Count.ShouldBeGreaterThan(20, "Otherwise there is nothing to tell the moments apart by.");
        foreach (var what in new[] { "/reports/findings/", "/rounds/", "/uncertainty", "/measures/", "/products/", "/decisions/" })
        {
            changed.ShouldContain(a => a.Contains(what), $"{what}: {string.Join(' ', moments.SelectMany(m => m.Said.Where(s => s.Key.Contains(what, StringComparison.Ordinal))))}");
        }
    }

    [ChromiumFact]
    public async Task The_picture_of_the_diagram_is_that_of_then()
    {
        var clock = new SteppedClock(first);
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, clock);
        var address = $"/rounds/{(await ThreadAsync(site)).Ids["round"]}/diagram.png";
        using var reader = await site.SignInAsync(Role.Reader);
        var then = await reader.GetByteArrayAsync(address);
        clock.Step(TimeSpan.FromMinutes(1));
        await ChangeEverythingAsync(site, 0);

        (await reader.GetByteArrayAsync(address)).ShouldNotBe(then);
        (await reader.GetByteArrayAsync(Past.Address(address, first))).ShouldBe(then);
    }

    private static async Task<PublicThread> ThreadAsync(TestSite site)
    {
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        return await PublicThread.MakeAsync(coordinator, "Eerst", new Dictionary<string, string>(), "Public");
    }

    /// <summary>Every page and route that has a past, about the one object there is of each kind.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(TestSite site, PublicThread thread)
    {
        using var visitor = site.Visitor();
        var routes = Operation.Of(JsonNode.Parse(await visitor.GetStringAsync("/api/v1/openapi.json"))!)
            .Where(o => o.Method == "GET" && o.Parameters.Any(p => p.Name == "on")).Select(o => o.Path);
        var pages = site.Endpoints.OfType<RouteEndpoint>().Where(HasPast).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));
        return [.. routes.Concat(pages).Distinct().Where(r => r is not ("/" or "/api/v1/me") && !leftOut.Any(r.Contains))
            .SelectMany(a => Filled(a, thread)).Select(a => a.Contains("uncertainty", StringComparison.Ordinal) ? $"{a}?samples=200" : a)];
    }

    private static bool HasPast(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && (page.RelativePath.StartsWith("/WorkingMethod/", StringComparison.Ordinal) || page.RelativePath.EndsWith("/Thread.cshtml", StringComparison.Ordinal));

    private static IEnumerable<string> Filled(string route, PublicThread thread) => Parameter().Match(route) is { Success: true } parameter
        ? Values(route, parameter.Groups["name"].Value, thread).SelectMany(value => Filled(route.Replace(parameter.Value, value, StringComparison.Ordinal), thread))
        : [route];

    private static IEnumerable<string> Values(string route, string name, PublicThread thread) => name switch
    {
        "roundId" => [thread.Ids["round"]],
        "scenarioId" => [thread.Ids["scenario"]],
        "criterion" => [thread.Criterion],
        "editionId" => ["nl-2009"],
        "table" => UncertaintyTables.Names,
        "file" => [.. UncertaintyTables.Names.Select(n => $"{n}.csv"), RunFiles.Samples, RunFiles.Record],
        "name" => ["threats", "scenarios", "rounds", "judgements", "advices", "decisions", "measures", "products"],
        "format" => route.Contains("diagram", StringComparison.Ordinal) ? ["svg"] : ["csv", "json"],
        "number" or "version" => ["1"],
        _ => thread.Ids.Where(o => route.Contains($"/{o.Key}s/", StringComparison.Ordinal)).Select(o => o.Value).DefaultIfEmpty(thread.Ids["measure"]),
    };

    private static async Task<IReadOnlyDictionary<string, string>> AskAsync(TestSite site, IReadOnlyList<string> addresses, DateTimeOffset? at)
    {
        using var reader = await site.SignInAsync(Role.Reader);
        var said = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            using var answer = await reader.GetAsync(at is { } then ? Past.Address(address, then).Replace("?samples=200?", "?samples=200&", StringComparison.Ordinal) : address);
            var text = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "";
            said[address] = $"{(int)answer.StatusCode} {(answer.Content.Headers.ContentType?.MediaType == "text/html" ? WithoutMoment(text) : text)}";
        }

        return said;
    }

    /// <summary>What a page says, without what keeps its links and forms in the past.</summary>
    private static string WithoutMoment(string page)
    {
        var document = new HtmlParser().ParseDocument(page);
        document.QuerySelectorAll("input[name=on], input[name=__RequestVerificationToken]").ToList().ForEach(i => i.Remove());
        foreach (var link in document.QuerySelectorAll("[href]"))
        {
            link.SetAttribute("href", NoMoment().Replace(link.GetAttribute("href")!, "$1").TrimEnd('?', '&').Replace("?#", "#", StringComparison.Ordinal));
        }

        return Space().Replace((document.QuerySelector("main") ?? document.Body!).InnerHtml, " ");
    }

    private static string Difference(string address, string then, string again)
    {
        var at = then.Zip(again).TakeWhile(p => p.First == p.Second).Count();
        return $"{address}: …{Around(then, at)}… and later …{Around(again, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ");

    /// <summary>Other words in every text, and another class in every judgement, of every row of every kind.</summary>
    private static Task<bool> ChangeEverythingAsync(TestSite site, int step) => site.AsConsoleAsync(async (db, _) =>
    {
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace!.StartsWith("Weerbaar.WorkingMethod", StringComparison.Ordinal)))
        {
            var rows = (await RowsAsync(db, type)).ToList();
            rows.ShouldNotBeEmpty($"{type.ClrType.Name}: of every kind there must be something to change.");
            rows.ForEach(row => Change(db, row, step));
        }

        await db.SaveAsync(new Change("threats.edit"), CancellationToken.None);
        return true;
    });

    private static void Change(WeerbaarDb db, object row, int step)
    {
        foreach (var text in db.Entry(row).ComplexProperties.Where(p => p.Metadata.ClrType == typeof(Text)))
        {
            var old = (Text)text.CurrentValue!;
            text.CurrentValue = new Text($"{old.Nl} anders {step}", $"{old.En} other {step}");
        }

        foreach (var judgement in db.Entry(row).Properties.Where(p => p.Metadata.ClrType == typeof(ClassRange) && p.CurrentValue is not null))
        {
            judgement.CurrentValue = ClassRange.Of(step == 0 ? "B" : "D");
        }
    }

    private static Task<List<object>> RowsAsync(WeerbaarDb db, IEntityType type) =>
        ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!).ToListAsync();

    [GeneratedRegex(@"\{(?<name>\w+)(?:[^{}]|\([^)]*\))*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("([?&])on=[^&#]*&?")]
    private static partial Regex NoMoment();

    /// <summary>It is the same moment until a test says otherwise.</summary>
    private sealed class SteppedClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset now = now;

        public override DateTimeOffset GetUtcNow() => now;

        public void Step(TimeSpan time) => now += time;
    }
}
