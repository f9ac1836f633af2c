using System.Net;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Assessment;
using Weerbaar.Tests.Measures;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Measures;

namespace Weerbaar.Tests.Access;

/// <summary>A role for one organisation or one object holds there and nowhere else.</summary>
public sealed class ScopedRoleTests
{
    private static readonly RoleScope defence = new() { Organisation = "DEF" };

    [Theory, OnEveryDatabase]
    public async Task A_contact_of_a_ministry_reports_on_what_it_leads_and_on_nothing_else(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var contact = await site.SignInAsync(Role.MinistryContact, scope: defence);
        var own = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["JenV", "DEF"]));
        var other = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["JenV"], partners: ["DEF"]));

        (await ReportAsync(contact, own)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReportAsync(contact, other)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await contact.GetAsync($"/measures/{own}/progress")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await contact.GetAsync($"/measures/{other}/progress")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await contact.GetAsync($"/measures/{own}/edit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_offers_only_what_may_be_done_there(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var contact = await site.SignInAsync(Role.MinistryContact, scope: defence);
        var own = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["DEF"], due: GiveRoleTests.Day(3)));
        var other = await coordinator.AddMeasureAsync(MeasureRequests.Measure(due: GiveRoleTests.Day(3)));

        (await contact.GetStringAsync($"/measures/{own}")).ShouldContain($"/measures/{own}/progress");
        (await contact.GetStringAsync($"/measures/{other}")).ShouldNotContain($"/measures/{other}/progress");
        (await contact.GetStringAsync($"/measures/{own}")).ShouldNotContain("/marking/");
        (await contact.GetStringAsync("/measures")).ShouldNotContain("/measures/new");
        var tasks = (await contact.PageAsync("/")).QuerySelector("section[aria-labelledby=tasks]")!.InnerHtml;
        tasks.ShouldContain($"/measures/{own}");
        tasks.ShouldNotContain($"/measures/{other}");
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_for_an_organisation_holds_for_those_that_fall_under_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var contact = await site.SignInAsync(Role.MinistryContact, scope: new RoleScope { Organisation = "JenV" });
        using var below = await site.SignInAsync(Role.MinistryContact, scope: new RoleScope { Organisation = "NCTV" });
        var measure = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["NCC"]));
        var ministry = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["JenV"]));

        (await ReportAsync(contact, measure)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReportAsync(below, measure, "2026-05-02")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReportAsync(below, ministry)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_takes_over_or_gives_away_what_is_led(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var limited = await site.SignInAsync(Role.Coordinator, scope: defence);
        var other = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["JenV"]));
        var own = await limited.AddMeasureAsync(MeasureRequests.Measure(leads: ["DEF"]));

        (await LeadAsync(limited, other, "DEF")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await LeadAsync(limited, own, "JenV")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await LeadAsync(limited, own, "DEF")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await limited.SendJsonAsync(HttpMethod.Post, "/measures", MeasureRequests.Measure(leads: ["JenV"]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await limited.GetAsync("/api/v1/journal")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task An_expert_of_a_panel_judges_in_its_round_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await coordinator.OpenRoundAsync("A");
        var (other, others) = await coordinator.OpenRoundAsync("B");
        using var expert = await site.SignInAsync(Role.PanelExpert, scope: new RoleScope { ObjectId = round });

        await expert.JudgeAsync(round, scenarios[0], "1.1", "C");
        using var refused = await expert.SendJsonAsync(
            HttpMethod.Put, $"/rounds/{other}/scenarios/{others[0]}/judgements/1.1", new { lower = "C", best = "C", upper = "C" }, 0);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ActionsAsync(round)).ShouldContain("judgements");
        (await ActionsAsync(other)).ShouldNotContain("judgements");

        async Task<string> ActionsAsync(string id) => (await expert.PageAsync($"/rounds/{id}")).QuerySelector(".w-page-actions")?.InnerHtml ?? "";
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_for_an_object_holds_for_what_hangs_directly_on_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Decisions.Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        using var decides = await site.SignInAsync(Role.DecisionMaker, scope: new RoleScope { ObjectId = cycle.RoundId });

        using var taken = await decides.SendJsonAsync(HttpMethod.Post, "/decisions", cycle.Decision());
        using var elsewhere = await decides.SendJsonAsync(HttpMethod.Post, "/decisions", cycle.Decision(basis: ""));

        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_for_an_object_that_the_person_may_not_see_brings_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var measure = await coordinator.AddMeasureAsync();
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Measure>(measure, CancellationToken.None)).Mark(Marking.Internal);
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return true;
        });
        using var contact = await site.SignInAsync(Role.MinistryContact, Marking.Public, new RoleScope { ObjectId = measure });

        (await ReportAsync(contact, measure)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await contact.GetAsync("/api/v1/threats")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task An_expert_whose_only_role_is_in_a_round_released_to_their_organisation_judges_in_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await coordinator.OpenRoundAsync("A");
        using var expert = await site.SignInAsync(Role.PanelExpert, scope: new RoleScope { ObjectId = round });
        using var outsider = await site.SignInAsync(Role.PanelExpert, scope: new RoleScope { ObjectId = round });
        await ReleaseAsync(site, round, await expert.IdAsync(), "DEF");

        await expert.JudgeAsync(round, scenarios[0], "1.1", "C");

        (await expert.GetAsync($"/rounds/{round}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await outsider.GetAsync($"/rounds/{round}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.GetAsync("/api/v1/threats")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>The round is for an organisation alone, in which a person then works.</summary>
    private static Task<bool> ReleaseAsync(TestSite site, string round, string personId, string organisation) => site.AsConsoleAsync(async (db, _) =>
    {
        (await db.GetAsync<Round>(round, CancellationToken.None)).Mark(new(Marking.Internal, null, Marking.Public, null, [organisation]), "Console", DateTimeOffset.UnixEpoch, "Kring");
        db.Add(new PersonFunction($"{personId}-function", personId, new(organisation, "Expert", new DateOnly(2026, 1, 1), null)));
        await db.SaveAsync(new Change("test"), CancellationToken.None);
        return true;
    });

    private static Task<HttpResponseMessage> ReportAsync(HttpClient client, string measure, string date = "2026-05-01") =>
        WithVersionAsync(client, measure, HttpMethod.Post, $"/measures/{measure}/progress", MeasureRequests.Report(date: date));

    private static Task<HttpResponseMessage> LeadAsync(HttpClient client, string measure, string lead) => WithVersionAsync(
        client, measure, HttpMethod.Put, $"/measures/{measure}",
        new { title = new { nl = "Oefenen", en = "Exercise" }, leads = new[] { lead }, due = "2027-12-31", restsOn = Array.Empty<string>(), reason = "x" });

    private static async Task<HttpResponseMessage> WithVersionAsync(HttpClient client, string measure, HttpMethod method, string path, object body)
    {
        using var seen = await client.GetAsync($"/api/v1/measures/{measure}");
        var version = seen.Headers.ETag is { } tag ? long.Parse(tag.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture) : 1;
        return await client.SendJsonAsync(method, path, body, version);
    }
}
