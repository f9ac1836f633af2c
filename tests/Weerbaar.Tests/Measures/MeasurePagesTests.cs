using System.Net;
using AngleSharp.Html.Parser;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Measures;

public sealed class MeasurePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_form_posted_twice_makes_one_measure_with_what_was_ticked(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetStringAsync("/measures/new");
        var form = TestSite.Form(page,
            ("Input.NewId", ValueOf(page, "Input.NewId")), ("Input.Title.Nl", "Oefenen"), ("Input.Title.En", ""),
            ("Input.Leads", "JenV"), ("Input.Leads", "BZK"), ("Input.Status", "Planned"));

        var first = await coordinator.PostAsync("/measures/new", form);
        var second = await coordinator.PostAsync("/measures/new", form);

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        second.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(first.RequestMessage!.RequestUri!.AbsolutePath);
        var measure = (await coordinator.GetJsonAsync("/measures")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        measure.GetProperty("leads").EnumerateArray().Select(l => l.GetString()).ShouldBe(["JenV", "BZK"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Progress_is_reported_on_its_page_and_refused_words_come_back_on_the_form(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var path = $"/measures/{await coordinator.AddMeasureAsync()}";
        var page = await coordinator.GetStringAsync($"{path}/progress");

        var refused = await PostAsync(coordinator, $"{path}/progress", page, "");
        refused.ShouldContain("Schrijf hoe ver de maatregel is.");

        await PostAsync(coordinator, $"{path}/progress", page, "<script>alert(1)</script> begonnen");
        var shown = await coordinator.GetStringAsync(path);
        shown.ShouldContain("in uitvoering");
        shown.ShouldNotContain("<script>alert(1)");
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_of_an_organisation_holds_what_it_leads_or_takes_part_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Van JenV"));
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Van VWS", leads: ["VWS"], partners: []));

        var page = await coordinator.GetStringAsync("/measures?f.organisation=gemeenten");

        page.ShouldContain("Van JenV");
        page.ShouldNotContain("Van VWS");
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_sees_measures_but_no_form(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (coordinator, reader) = (await site.SignInAsync(Role.Coordinator), await site.SignInAsync(Role.Reader));
        var path = $"/measures/{await coordinator.AddMeasureAsync()}";

        (await reader.GetStringAsync(path)).ShouldNotContain($"{path}/edit");
        (await reader.GetAsync($"{path}/edit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync("/measures/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> PostAsync(HttpClient client, string path, string page, string words)
    {
        var answer = await client.PostAsync(path, TestSite.Form(page,
            ("Input.Version", "1"), ("Input.Date", "2026-05-01"), ("Input.Status", "Running"), ("Input.Text.Nl", words), ("Input.Text.En", "")));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string ValueOf(string page, string name) =>
        new HtmlParser().ParseDocument(page).QuerySelector($"input[name='{name}']")!.GetAttribute("value")!;
}
