using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Markings;

/// <summary>A marking says who set it, why, until when and for whom; and falls by itself when its day comes.</summary>
public sealed class MarkingTermsTests
{
    private const string Secret = "Qzwart";

    [Theory, OnEveryDatabase]
    public async Task A_state_secret_is_refused_in_words_wherever_a_marking_or_a_clearance_comes_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var id = await administrator.AddThreatAsync("Dreiging", "Public");

        foreach (var (method, path, body, version) in new (HttpMethod, string, object, long?)[]
        {
            (HttpMethod.Put, $"/objects/{id}/marking", new { marking = "StateConfidential", reason = "Zomaar" }, 1),
            (HttpMethod.Post, "/threats", new { title = new { nl = "A", en = "A" }, marking = "StateSecret" }, null),
            (HttpMethod.Post, "/measures", new { title = new { nl = "A", en = "A" }, marking = "StateTopSecret" }, null),
            (HttpMethod.Post, "/people", new { name = "A", email = "a@example.org", role = "Reader", clearance = "StateConfidential" }, null),
        })
        {
            using var answer = await administrator.SendJsonAsync(method, path, body, version);
            var problem = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Conflict);
            (problem.Contains("niet", StringComparison.Ordinal) || problem.Contains("may", StringComparison.Ordinal)).ShouldBeTrue(problem);
        }

        (await administrator.GetStringAsync($"/marking/{id}")).ShouldNotContain("Stg. Geheim");
        (await administrator.GetStringAsync("/people/new")).ShouldNotContain("Stg. Geheim");
    }

    [Theory, OnEveryDatabase]
    public async Task A_marking_falls_by_itself_on_its_day_in_lists_counts_and_history(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await analyst.AddThreatAsync(Secret, "Public");
        var until = clock.Today().AddDays(3);
        await analyst.MarkAsync(id, 1, new { marking = "DepartmentalConfidential", reason = "Tot de openbaarmaking", until, fallsTo = "Public", tlp = "Amber" });
        (await analyst.GetStringAsync($"/threats/{id}")).ShouldContain("TLP:AMBER");

        clock.Move(until.Begins() - clock.GetUtcNow() - TimeSpan.FromMinutes(1));
        (await SeenByReaderAsync(site, id)).ShouldBe((0, false));

        clock.Move(TimeSpan.FromMinutes(2));
        (await SeenByReaderAsync(site, id)).ShouldBe((1, true));
        using var reader = await site.SignInAsync(Role.Reader);
        (await reader.GetJsonAsync($"/objects/{id}/marking")).Text("fellFrom").ShouldBe("DepartmentalConfidential");
        (await reader.GetStringAsync($"/threats/{id}")).ShouldContain("w-badge--public");
        WebUtility.HtmlDecode(await reader.GetStringAsync($"/history/{id}")).ShouldContain("ging vanzelf van «Departementaal vertrouwelijk» naar «Openbaar»");
    }

    [Theory, OnEveryDatabase]
    public async Task Editing_what_has_fallen_needs_no_permission_to_mark_and_does_not_raise_it(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await analyst.AddThreatAsync(Secret, "Public");
        await analyst.MarkAsync(id, 1, new { marking = "DepartmentalConfidential", reason = "Tijdelijk", until = clock.Today().AddDays(1), fallsTo = "Public" });
        clock.Move(TimeSpan.FromDays(5));

        var after = await site.AsAsync(
            new Actor("x", "X", new HashSet<Permission> { Permission.Read, Permission.WriteThreats }, Marking.Public),
            async (db, _) =>
            {
                var threat = await db.GetAsync<Threat>(id, CancellationToken.None);
                db.Entry(threat).Property(t => t.Marking).IsModified.ShouldBeFalse();
                threat.Describe(ThreatKind.Theme, threat.Title, threat.Summary, threat.IncidentCategories);
                await db.SaveAsync(new("test"), CancellationToken.None);
                db.ChangeTracker.Clear();
                return await db.GetAsync<Threat>(id, CancellationToken.None);
            });

        after.ThreatKind.ShouldBe(ThreatKind.Theme);
        after.FellFrom.ShouldBe(Marking.DepartmentalConfidential);
        after.Marking.ShouldBe(Marking.Public);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_released_to_named_organisations_is_seen_by_their_people_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await analyst.AddThreatAsync(Secret, "Public");
        using var refused = await analyst.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "Internal", reason = "Kring", releasedTo = new[] { "BZK" } }, 1);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await site.AsConsoleAsync(async (db, _) =>
        {
            var threat = await db.GetAsync<Threat>(id, CancellationToken.None);
            threat.Mark(new(Marking.Internal, null, Marking.Public, null, ["BZK", "JenV"]), "Console", DateTimeOffset.UnixEpoch, "Kring");
            await db.SaveAsync(new("objects.mark"), CancellationToken.None);
            return true;
        });

        (await SeenAsync(site, ["DEF"])).ShouldBe((0, 0));
        (await SeenAsync(site, [])).ShouldBe((0, 0));
        (await SeenAsync(site, ["JenV", "DEF"])).ShouldBe((1, 2));
        (await site.AsConsoleAsync((db, _) => db.Set<Threat>().CountAsync())).ShouldBe(1);
        (await analyst.GetAsync($"/api/v1/threats/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>How many threats a reader who just signed in counts, and whether search finds one.</summary>
    private static async Task<(int, bool)> SeenByReaderAsync(TestSite site, string id)
    {
        using var reader = await site.SignInAsync(Role.Reader);
        var count = (await reader.GetJsonAsync("/threats")).GetProperty("total").GetInt32();
        return (count, (await reader.GetStringAsync("/search?q=Qzwart")).Contains($"/threats/{id}", StringComparison.Ordinal));
    }

    /// <summary>How many threats and how many journal entries of threats somebody with functions in some organisations sees.</summary>
    private static Task<(int, int)> SeenAsync(TestSite site, string[] organisations) => site.AsAsync(
        new Actor("x", "X", Role.Coordinator.Permissions(), Marking.DepartmentalConfidential) { Organisations = organisations.ToHashSet() },
        async (db, _) => (await db.Set<Threat>().CountAsync(), await db.Journal.CountAsync(e => e.Kind == "threat")));
}

internal static class MarkingRequests
{
    public static async Task<string> AddThreatAsync(this HttpClient client, string title, string marking, string summary = "") =>
        (await client.PostJsonAsync("/threats", new { title = new { nl = title, en = title }, summary = new { nl = summary, en = "" }, marking })).Text("id");

    public static async Task MarkAsync(this HttpClient client, string id, long version, object body)
    {
        using var answer = await client.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", body, version);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A file as somebody gets it who looks at it first, and takes it for a ministry.</summary>
    public static async Task<string> DownloadAsync(this HttpClient client, string path)
    {
        var answer = await client.GetStringAsync(path);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(answer).QuerySelector("input[name=seen]")?.GetAttribute("value") is { } seen
            ? await client.GetStringAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}recipient=BZK&seen={seen}")
            : answer;
    }

    /// <summary>Sends a threat back as it was read, with another summary.</summary>
    public static async Task<HttpResponseMessage> EditSummaryAsync(this HttpClient client, string id, Func<string, string> change)
    {
        var threat = await client.GetJsonAsync($"/threats/{id}");
        var summary = change(threat.GetProperty("summary").Text("nl"));
        return await client.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", new
        {
            threatKind = "Threat", title = Both(threat.GetProperty("title")), summary = new { nl = summary, en = "" },
            incidentCategories = Array.Empty<object>(), restsOn = Array.Empty<string>(), reason = "Nagekeken",
        }, threat.GetProperty("version").GetInt64());
    }

    private static object Both(JsonElement text) => new { nl = text.Text("nl"), en = text.Text("en") };
}
