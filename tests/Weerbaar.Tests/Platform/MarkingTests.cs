using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Platform;

public sealed class MarkingTests
{
    private const string secret = "Geheimzinnige dreiging";

    [Theory, OnEveryDatabase]
    public async Task What_is_marked_confidential_is_gone_for_a_reader_everywhere(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var basis = await AddAsync(analyst, "Openbare dreiging", []);
        var id = await AddAsync(analyst, secret, [basis]);
        (await reader.GetStringAsync("/threats")).ShouldContain(secret);

        using var marked = await analyst.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "DepartmentalConfidential", reason = "Bevat bronnen" }, 1);
        marked.StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var path in new[] { "/threats", "/search?q=Geheim", $"/thread/{basis}", $"/threats/{basis}", "/", "/threats?format=csv", "/api/v1/threats", "/api/v1/search?q=Geheim", $"/api/v1/objects/{basis}/thread" })
        {
            (await reader.GetStringAsync(path)).ShouldNotContain("Geheimzinnige", customMessage: path);
        }

        foreach (var path in new[] { $"/threats/{id}", $"/thread/{id}", $"/history/{id}", $"/api/v1/threats/{id}", $"/api/v1/objects/{id}/thread" })
        {
            (await reader.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await reader.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetStringAsync($"/threats/{id}")).ShouldContain(secret);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_can_set_a_marking_above_the_own_clearance(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst, Marking.Internal);
        var id = await AddAsync(analyst, "Dreiging", []);

        using var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "DepartmentalConfidential", reason = "Zomaar" }, 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_marking_without_a_reason_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await AddAsync(analyst, "Dreiging", []);

        using var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "Internal", reason = " " }, 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task Every_table_of_marked_objects_is_filtered(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await AddAsync(analyst, "Dreiging", []);

        var unfiltered = await site.AsConsoleAsync((db, _) => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => typeof(Weerbaar.Platform.Storage.MarkedObject).IsAssignableFrom(t.ClrType) || typeof(Weerbaar.Platform.Storage.Part).IsAssignableFrom(t.ClrType))
            .Where(t => t.GetDeclaredQueryFilters().Count == 0).Select(t => t.Name).ToList()));
        var seenByNobody = await site.AsAsync(Actor.Nobody, (db, _) => db.Set<Threat>().CountAsync());

        unfiltered.ShouldBeEmpty();
        seenByNobody.ShouldBe(0);
    }

    private static async Task<string> AddAsync(HttpClient client, string title, string[] restsOn) =>
        (await client.PostJsonAsync("/threats", new { title = new { nl = title, en = "" }, restsOn, marking = "Public" })).Text("id");
}
