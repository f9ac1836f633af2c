using System.Net;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Measures;

internal static class MeasureRequests
{
    public static object Measure(string nl = "Oefenen", string? due = "2027-12-31", string[]? leads = null, string[]? partners = null) => new
    {
        title = new { nl, en = "Exercise" },
        leads = leads ?? ["JenV"],
        partners = partners ?? ["gemeenten"],
        due,
        marking = "Public",
    };

    public static object Change(string due, string reason = "") => new
    {
        title = new { nl = "Oefenen", en = "Exercise" },
        leads = new[] { "JenV" },
        due,
        restsOn = Array.Empty<string>(),
        reason,
    };

    public static object Report(string status = "Running", string date = "2026-05-01", string nl = "Begonnen.") =>
        new { date, text = new { nl, en = "Begun." }, status };

    public static async Task<string> AddMeasureAsync(this HttpClient client, object? measure = null) =>
        (await client.PostJsonAsync("/measures", measure ?? Measure())).Text("id");
}

public sealed class AddMeasureTests
{
    [Theory, OnEveryDatabase]
    public async Task A_measure_is_kept_as_it_was_sent(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var found = await coordinator.GetJsonAsync($"/measures/{await coordinator.AddMeasureAsync()}");

        found.Text("due").ShouldBe("2027-12-31");
        found.Text("status").ShouldBe("Planned");
        found.GetProperty("partners")[0].GetString().ShouldBe("gemeenten");
    }

    [Theory, OnEveryDatabase]
    public async Task An_organisation_cannot_lead_and_take_part_at_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var answer = await coordinator.SendJsonAsync(HttpMethod.Post, "/measures", MeasureRequests.Measure(partners: ["JenV"]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task An_analyst_may_report_progress_but_not_write_measures(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (analyst, coordinator) = (await site.SignInAsync(Role.Analyst), await site.SignInAsync(Role.Coordinator));
        var id = await coordinator.AddMeasureAsync();

        (await analyst.SendJsonAsync(HttpMethod.Post, "/measures", MeasureRequests.Measure())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.SendJsonAsync(HttpMethod.Put, $"/measures/{id}", MeasureRequests.Change("2027-12-31"), version: 1)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.SendJsonAsync(HttpMethod.Post, $"/measures/{id}/progress", MeasureRequests.Report(), version: 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

public sealed class EditMeasureTests
{
    [Theory, OnEveryDatabase]
    public async Task Another_due_date_needs_its_reason(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/measures/{await coordinator.AddMeasureAsync()}";

        (await coordinator.SendJsonAsync(HttpMethod.Put, path, MeasureRequests.Change("2028-06-30"), version: 1)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await coordinator.SendJsonAsync(HttpMethod.Put, path, MeasureRequests.Change("2028-06-30", "Wet is later"), version: 1)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await coordinator.GetJsonAsync(path)).Text("due").ShouldBe("2028-06-30");
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_without_the_version_that_was_seen_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/measures/{await coordinator.AddMeasureAsync()}";

        (await coordinator.SendJsonAsync(HttpMethod.Put, path, MeasureRequests.Change("2027-12-31"))).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await coordinator.SendJsonAsync(HttpMethod.Put, path, MeasureRequests.Change("2027-12-31"), version: 7)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }
}

public sealed class ReportProgressTests
{
    [Theory, OnEveryDatabase]
    public async Task The_newest_report_says_the_status_also_when_an_older_one_comes_in_later(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/measures/{await coordinator.AddMeasureAsync()}";
        await coordinator.PostJsonAsync($"{path}/progress", MeasureRequests.Report("Done", "2026-06-01", "Klaar."), version: 1);

        var measure = await coordinator.PostJsonAsync($"{path}/progress", MeasureRequests.Report("Running", "2026-05-01"), version: 2);

        measure.Text("status").ShouldBe("Done");
        measure.GetProperty("progress").EnumerateArray().Select(p => p.Text("date")).ShouldBe(["2026-06-01", "2026-05-01"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_report_twice_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/measures/{await coordinator.AddMeasureAsync()}/progress";
        await coordinator.PostJsonAsync(path, MeasureRequests.Report(), version: 1);

        (await coordinator.SendJsonAsync(HttpMethod.Post, path, MeasureRequests.Report(), version: 2)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task A_report_without_words_or_with_an_unknown_status_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/measures/{await coordinator.AddMeasureAsync()}/progress";

        var answer = await coordinator.SendJsonAsync(HttpMethod.Post, path, new { date = "2026-05-01", text = new { nl = "", en = "" }, status = 9 }, version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task A_report_stands_in_the_journal_under_its_verb(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var id = await coordinator.AddMeasureAsync();

        await coordinator.PostJsonAsync($"/measures/{id}/progress", MeasureRequests.Report(), version: 1);

        var verbs = await site.AsConsoleAsync((db, _) => Task.FromResult(
            db.Journal.Where(e => e.ObjectId == id).OrderBy(e => e.Seq).Select(e => e.Verb).ToList()));
        verbs.ShouldBe(["measures.add", "measures.report-progress"]);
    }
}

public sealed class ListMeasuresTests
{
    [Theory, OnEveryDatabase]
    public async Task Measures_come_by_due_date_and_those_without_last(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Zonder", due: null));
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Later", due: "2028-01-01"));
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Eerst", due: "2027-01-01"));

        var items = (await coordinator.GetJsonAsync("/measures")).GetProperty("items").EnumerateArray();

        items.Select(m => m.GetProperty("title").Text("nl")).ShouldBe(["Eerst", "Later", "Zonder"]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_organisation_finds_what_it_leads_and_what_it_takes_part_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddMeasureAsync();

        (await coordinator.GetJsonAsync("/measures?organisation=gemeenten&open=true")).GetProperty("total").GetInt32().ShouldBe(1);
        (await coordinator.GetJsonAsync("/measures?lead=gemeenten")).GetProperty("total").GetInt32().ShouldBe(0);
        (await coordinator.GetJsonAsync("/measures?status=Done")).GetProperty("total").GetInt32().ShouldBe(0);
    }
}

public sealed class GetMeasureTests
{
    [Theory, OnEveryDatabase]
    public async Task A_measure_marked_above_a_readers_clearance_is_not_found(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (coordinator, reader) = (await site.SignInAsync(Role.Coordinator), await site.SignInAsync(Role.Reader));
        var id = await coordinator.AddMeasureAsync();
        (await reader.GetAsync($"/api/v1/measures/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await coordinator.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "Internal", reason = "Nog niet openbaar" }, version: 1);

        (await reader.GetAsync($"/api/v1/measures/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetJsonAsync("/measures")).GetProperty("total").GetInt32().ShouldBe(0);
    }
}
