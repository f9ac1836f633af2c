using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Markings;
using Weerbaar.Tests.Measures;
using Weerbaar.Tests.NonInterference;

namespace Weerbaar.Tests.Markings;

/// <summary>In an emergency one object opens for some hours, for reading, and everybody who answers for it sees that.</summary>
public sealed class EmergencyTests
{
    private const string Secret = "Qzwart";

    [Theory, OnEveryDatabase]
    public async Task One_object_opens_with_its_passages_and_its_history_and_nothing_else_does(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var id = await analyst.AddThreatAsync($"{Secret} een", "DepartmentalConfidential", $"Tekst [[DEPV 5.2: {Secret} passage]]");
        var other = await analyst.AddThreatAsync($"{Secret} twee", "DepartmentalConfidential");
        (await low.GetAsync($"/threats/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await low.PostJsonAsync("/emergency-openings", new { what = $"https://weerbaar.example/threats/{id}?x=1", reason = "De dijk breekt" });

        var page = await low.GetStringAsync($"/threats/{id}");
        page.ShouldContain($"{Secret} passage");
        page.ShouldContain("met noodtoegang");
        foreach (var offer in new[] { $"/threats/{id}/edit", $"/threats/{id}/log", $"/marking/{id}" })
        {
            page.ShouldNotContain(offer);
        }

        (await low.GetStringAsync("/threats")).ShouldNotContain("format=csv");
        (await low.GetStringAsync($"/history/{id}")).ShouldContain(Secret);
        (await low.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(1);
        (await low.GetAsync($"/threats/{other}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await low.GetAsync("/exports/threats/csv")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var marking in new[] { "Public", "DepartmentalConfidential" })
        {
            using var answer = await low.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking, reason = "Zomaar" }, 1);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Who_answers_for_it_sees_it_at_once_and_can_end_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var id = await analyst.AddThreatAsync(Secret, "DepartmentalConfidential");
        (await analyst.GetStringAsync("/")).ShouldNotContain("Kijk of deze noodtoegang klopt");

        var opening = await low.PostJsonAsync("/emergency-openings", new { what = id, reason = "De dijk breekt" });

        (await analyst.GetStringAsync("/")).ShouldContain("Kijk of deze noodtoegang klopt: geopend door A Coordinator, met als reden: De dijk breekt");
        (await analyst.GetStringAsync("/emergency")).ShouldContain("De dijk breekt");
        (await analyst.GetStringAsync($"/history/{id}")).ShouldContain("In nood geopend");
        (await low.SendJsonAsync(HttpMethod.Post, $"/emergency-openings/{opening.Text("id")}/end", new { goesOn = true }, 1)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await analyst.GetStringAsync("/emergency")).ShouldContain("handler=Check");
        await analyst.PostJsonAsync($"/emergency-openings/{opening.Text("id")}/end", new { goesOn = false }, 1);
        (await analyst.GetStringAsync("/emergency")).ShouldNotContain("handler=");
        var again = await analyst.SendJsonAsync(HttpMethod.Post, $"/emergency-openings/{opening.Text("id")}/end", new { goesOn = false }, 2);
        (await again.Content.ReadAsStringAsync()).ShouldContain("al voorbij");
        (await low.GetAsync($"/threats/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await low.GetJsonAsync("/emergency-openings")).GetProperty("total").GetInt32().ShouldBe(0);
        (await analyst.GetStringAsync("/")).ShouldNotContain("Kijk of deze noodtoegang klopt");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_answers_for_the_object_alone_or_for_who_leads_it_sees_it_at_once_and_ends_it_and_nobody_else_does(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var measure = await coordinator.AddMeasureAsync(MeasureRequests.Measure(leads: ["DEF"]));
        await coordinator.MarkAsync(measure, 1, new { marking = "DepartmentalConfidential", reason = "Vertrouwelijk" });
        using var ofObject = await site.SignInAsync(Role.Analyst, scope: new RoleScope { ObjectId = measure });
        using var ofLeader = await site.SignInAsync(Role.Analyst, scope: new RoleScope { Organisation = "DEF" });
        using var elsewhere = await site.SignInAsync(Role.Analyst, scope: new RoleScope { Organisation = "BZK" });
        var opening = (await low.PostJsonAsync("/emergency-openings", new { what = measure, reason = "De dijk breekt" })).Text("id");

        (await elsewhere.GetStringAsync("/")).ShouldNotContain("Kijk of deze noodtoegang klopt");
        (await elsewhere.GetStringAsync("/emergency")).ShouldNotContain("handler=");
        (await elsewhere.SendJsonAsync(HttpMethod.Post, $"/emergency-openings/{opening}/end", new { goesOn = false }, 1)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var answers in new[] { ofObject, ofLeader })
        {
            (await answers.GetStringAsync("/")).ShouldContain("Kijk of deze noodtoegang klopt");
            (await answers.GetStringAsync("/emergency")).ShouldContain("handler=End");
        }

        await ofObject.PostJsonAsync($"/emergency-openings/{opening}/end", new { goesOn = true }, 1);
        await ofLeader.PostJsonAsync($"/emergency-openings/{opening}/end", new { goesOn = false }, 2);
        (await low.GetAsync($"/measures/{measure}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void What_is_open_and_hangs_on_it_is_for_reading_and_all_else_is_as_it_was()
    {
        var actor = new Actor("x", "X", Role.Coordinator.Permissions(), Marking.Public) { Opened = new Dictionary<string, DateTimeOffset> { ["round"] = DateTimeOffset.MaxValue } };

        actor.May(Permission.Judge, Place.On("round", "scenario")).ShouldBeFalse();
        actor.May(Permission.Read, Place.On("round")).ShouldBeTrue();
        actor.May(Permission.Judge, Place.On("another", "scenario")).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_above_a_ceiling_that_was_lowered_stays_open(DatabaseKind kind)
    {
        var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await analyst.AddThreatAsync($"{Secret} een", "DepartmentalConfidential");
        var cookie = await site.CookieAsync(Role.Coordinator, Marking.Public);
        using (var low = Walk.Client(site, cookie))
        {
            await low.PostJsonAsync("/emergency-openings", new { what = id, reason = "De dijk breekt" });
            (await low.GetStringAsync($"/threats/{id}")).ShouldContain(Secret);
        }

        await using var lowered = await TestSite.StartOnAsync(await site.StopAsync(), TimeProvider.System, ceiling: new MarkingCeiling(Marking.Internal));
        using var after = Walk.Client(lowered, cookie);

        (await after.GetAsync($"/threats/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await after.GetStringAsync("/threats")).ShouldNotContain(Secret);
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_by_itself(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var id = await analyst.AddThreatAsync(Secret, "DepartmentalConfidential");
        await low.PostJsonAsync("/emergency-openings", new { what = id, reason = "De dijk breekt" });

        clock.Move(TimeSpan.FromMinutes(239));
        (await low.GetAsync($"/threats/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Move(TimeSpan.FromMinutes(2));
        (await low.GetAsync($"/threats/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await low.GetStringAsync("/")).ShouldNotContain("noodtoegang,");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_open_learns_nothing_and_a_failed_attempt_is_journalled(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var id = await analyst.AddThreatAsync(Secret, "DepartmentalConfidential");

        foreach (var what in new[] { id, "bestaatniet" })
        {
            (await reader.SendJsonAsync(HttpMethod.Post, "/emergency-openings", new { what, reason = "Nieuwsgierig" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await reader.GetStringAsync("/emergency")).ShouldNotContain(Secret);
        }

        (await low.SendJsonAsync(HttpMethod.Post, "/emergency-openings", new { what = "bestaatniet", reason = "Zoeken" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await low.SendJsonAsync(HttpMethod.Post, "/emergency-openings", new { what = id, reason = " " })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await low.SendJsonAsync(HttpMethod.Post, "/emergency-openings", new { what = id, reason = "Nood", hours = 25 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await site.AsConsoleAsync((db, _) => db.Journal.CountAsync(e => e.Verb == "emergency.refused"))).ShouldBe(1);
        (await site.AsConsoleAsync((db, _) => db.Set<EmergencyOpening>().CountAsync())).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_opens_it_and_leads_to_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var low = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var id = await analyst.AddThreatAsync(Secret, "DepartmentalConfidential");
        var missing = await low.GetAsync($"/threats/{id}");
        (await missing.Content.ReadAsStringAsync()).ShouldContain("/emergency/open?what=%2Fthreats%2F" + id);
        var form = await low.GetStringAsync("/emergency/open");

        using var answer = await low.PostAsync("/emergency/open", TestSite.Form(form, ("Input.NewId", TestSite.Field(form, "Input.NewId")), ("Input.What", $"/threats/{id}"), ("Input.Reason", "De dijk breekt"), ("Input.Hours", "2")));

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/threats/{id}");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(Secret);
    }
}
