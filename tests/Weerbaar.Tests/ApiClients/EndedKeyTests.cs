using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;
using static Weerbaar.Tests.ApiClients.Programs;

namespace Weerbaar.Tests.ApiClients;

/// <summary>A key that no longer opens anything, or less than it did.</summary>
public sealed class EndedKeyTests
{
    [Theory, OnEveryDatabase]
    public async Task A_key_that_expired_is_refused_in_words_and_in_the_journal(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = With(site, await KeyAsync(administrator));
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Move(TimeSpan.FromDays(32));

        using var answer = await program.GetAsync("/api/v1/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail").ShouldContain("verlopen");
        (await ReasonAsync(site)).ShouldBe("api-client: expired");
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_that_was_revoked_is_refused_at_the_next_request(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = With(site, await KeyAsync(administrator));
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var client = (await administrator.GetJsonAsync("/api-clients")).GetProperty("items")[0];

        using var revoked = await administrator.SendJsonAsync(HttpMethod.Post, $"/api-clients/{client.Text("id")}/revoke", new { }, client.GetProperty("version").GetInt64());

        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ReasonAsync(site)).ShouldBe("api-client: revoked");
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_stops_when_the_person_who_answers_for_it_is_blocked(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var id = (await administrator.GetJsonAsync("/me")).Text("id");
        using var program = With(site, await KeyAsync(administrator));
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Person>(id, CancellationToken.None)).Disable(true);
            await db.SaveAsync(new Change("access.edit-person"), CancellationToken.None);
            return 0;
        });

        (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_never_may_or_sees_more_than_who_answers_for_it_does_now(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var owner = (await analyst.GetJsonAsync("/me")).Text("id");
        using var program = With(site, (await administrator.PostJsonAsync("/api-clients", Request(["WriteThreats"], "DepartmentalConfidential", owner: owner))).Text("key"));
        (await ThreatOf(program)).StatusCode.ShouldBe(HttpStatusCode.Created);

        var change = new { name = "A Analyst", email = await site.EmailOfAsync(owner), clearance = "Public", disabled = false };
        (await administrator.SendJsonAsync(HttpMethod.Put, $"/people/{owner}", change, 1)).EnsureSuccessStatusCode();
        (await program.GetJsonAsync("/me")).Text("clearance").ShouldBe("Public");
        await administrator.PostJsonAsync("/role-assignments", new { personId = owner, role = "Reader" });
        (await administrator.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{owner}-role/end", new { }, 1)).EnsureSuccessStatusCode();

        (await program.GetJsonAsync("/me")).GetProperty("permissions").ToString().ShouldBe("[\"Read\"]");
        (await ThreatOf(program)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var left = (await administrator.GetJsonAsync($"/role-assignments?personId={owner}")).GetProperty("items").EnumerateArray().Single(r => r.Text("role") == "Reader");
        (await administrator.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{left.Text("id")}/end", new { }, 1)).EnsureSuccessStatusCode();
        (await program.GetAsync("/api/v1/threats")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_of_who_has_a_role_for_an_organisation_holds_there_and_nowhere_else(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var contact = await site.SignInAsync(Role.MinistryContact, scope: new RoleScope { Organisation = "DEF" });
        var owner = (await contact.GetJsonAsync("/me")).Text("id");
        var (own, other) = (await Measures.MeasureRequests.AddMeasureAsync(administrator, Measures.MeasureRequests.Measure(leads: ["DEF"])), await Measures.MeasureRequests.AddMeasureAsync(administrator, Measures.MeasureRequests.Measure(leads: ["BZK"])));
        using var program = With(site, (await administrator.PostJsonAsync("/api-clients", Request(["ReportProgress"], "Internal", owner: owner))).Text("key"));

        (await program.SendJsonAsync(HttpMethod.Post, $"/measures/{own}/progress", Measures.MeasureRequests.Report(), 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.SendJsonAsync(HttpMethod.Post, $"/measures/{other}/progress", Measures.MeasureRequests.Report(), 1)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.SendJsonAsync(HttpMethod.Post, "/api-clients", Request(["WriteMeasures"], owner: owner))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
