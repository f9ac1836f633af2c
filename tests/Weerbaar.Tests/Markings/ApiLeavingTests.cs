using System.Net;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Tests.ApiClients;
using Weerbaar.Tests.Journal;

namespace Weerbaar.Tests.Markings;

/// <summary>What leaves over the API: to a named recipient, no more than may be shared, with a look beforehand for who asks for one.</summary>
public sealed class ApiLeavingTests
{
    [Theory, OnEveryDatabase]
    public async Task The_API_asks_for_a_recipient_and_journals_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddThreatAsync("Intern", "Internal");

        var asked = await coordinator.GetAsync("/api/v1/tables/threats");
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await asked.Content.ReadAsStringAsync()).ShouldContain("Intern: 1");
        (await coordinator.GetAsync("/api/v1/tables/threats?recipient=NIEMAND")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await coordinator.GetAsync("/api/v1/tables/threats?recipient=JenV")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LeavingTests.ExportsAsync(site)).ShouldHaveSingleItem().Reason.ShouldContain("→ JenV");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_is_given_no_more_than_it_may_share_and_what_it_is_refused_is_journalled(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = Programs.With(site, await Programs.KeyAsync(administrator, ["WriteThreats", "ReadJournal"], "DepartmentalConfidential"));
        using var sharing = Programs.With(site, await Programs.KeyAsync(administrator, ["ReadJournal", "ShareConfidential"], "DepartmentalConfidential"));
        var open = await administrator.AddThreatAsync("Openbaar", "Public");
        var hidden = await administrator.AddThreatAsync("Vertrouwelijk", "DepartmentalConfidential", "Qzwart");

        (await program.GetAsync($"/api/v1/threats/{open}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "/search?q=niets", "/threats?q=niets", "/threats?pageSize=500", $"/threats/{hidden}", $"/objects/{hidden}/history", $"/objects/{hidden}/marking", "/search?q=Vertrouwelijk", "/journal", "/tables/threats?recipient=BZK", "/tables/threats?preview=true" })
        {
            using var refused = await program.GetAsync($"/api/v1{path}");
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("U mag delen tot en met", customMessage: path);
            (await sharing.GetAsync($"/api/v1{path}")).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }

        using var written = await program.SendJsonAsync(HttpMethod.Put, $"/threats/{hidden}", new { threatKind = "Threat", title = new { nl = "Vertrouwelijk", en = "" }, summary = new { nl = "Nieuw", en = "" }, incidentCategories = Array.Empty<object>(), restsOn = Array.Empty<string>(), reason = "Nagekeken" }, 1);
        written.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await administrator.GetJsonAsync($"/threats/{hidden}")).GetProperty("summary").Text("nl").ShouldBe("Nieuw");
        (await TrailTests.EntriesAsync(site, RequestTrail.Denied)).Count(e => e.Reason.EndsWith("above Public, the most that may be shared", StringComparison.Ordinal)).ShouldBe(10);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_refused_to_leave_over_the_API_is_journalled(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await coordinator.AddThreatAsync("Van een ander", "Public");
        await coordinator.MarkAsync(id, 1, new { marking = "Public", reason = "Zo ontvangen", tlp = "AmberStrict" });

        (await coordinator.GetAsync("/api/v1/tables/threats?recipient=DEF")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await coordinator.AddThreatAsync("Vertrouwelijk", "DepartmentalConfidential");
        (await analyst.GetAsync("/api/v1/tables/threats?recipient=BZK")).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        (await TrailTests.EntriesAsync(site, RequestTrail.Denied)).Select(e => e.Reason).ShouldBe(
            ["threats.json (1) → DEF: beyond its label or release list", "threats.json (2) DepartmentalConfidential: above Internal, the most that may be shared"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_preview_over_the_API_is_what_would_leave_with_its_level_and_who_may_have_it_and_is_no_export(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddThreatAsync("Openbaar", "Public");
        await coordinator.AddThreatAsync("Intern", "Internal");

        using var preview = await coordinator.GetAsync("/api/v1/tables/threats?preview=true");
        (await LeavingTests.ExportsAsync(site)).ShouldBeEmpty();
        using var sent = await coordinator.GetAsync("/api/v1/tables/threats?recipient=BZK");

        string Header(string name) => preview.Headers.GetValues(name).ShouldHaveSingleItem();
        (Header("Weerbaar-Highest"), Header("Weerbaar-Counts"), Header("Weerbaar-May-Leave")).ShouldBe(("Internal", "Internal=1, Public=1", "false"));
        Header("Weerbaar-Recipients").Split(", ").ShouldContain("BZK");
        (await preview.Content.ReadAsStringAsync()).ShouldBe(await sent.Content.ReadAsStringAsync());
        (await TrailTests.EntriesAsync(site, "read.preview")).ShouldHaveSingleItem().Reason.ShouldStartWith("threats.json (2) (");
        (await coordinator.GetAsync("/api/v1/tables/threats?preview=perhaps")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
