using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Examples;
using Weerbaar.Tests.Printing;

namespace Weerbaar.Tests.Reports;

public sealed class GetFindingsTests
{
    private const string published = "nl-2012.risk-assessment";

    [Theory, OnEveryDatabase]
    public async Task The_report_of_2012_has_every_scenario_advice_and_measure_in_both_languages(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await LoadAsync(site);
        var reader = await site.SignInAsync(Role.Reader);
        foreach (var language in new[] { "nl", "en" })
        {
            var report = new HtmlParser().ParseDocument(await reader.GetStringAsync($"/reports/findings/{published}?lang={language}"));

            report.DocumentElement.GetAttribute("lang").ShouldBe(language);
            var text = report.Body!.TextContent;
            foreach (var path in new[] { "/scenarios", "/advices?kind=Advice", "/measures" })
            {
                var items = (await reader.GetJsonAsync(path)).GetProperty("items").EnumerateArray().Where(i => path != "/measures" || RestsOnTheDecision(i)).ToList();
                items.Count.ShouldBeGreaterThan(6);
                items.Select(i => i.GetProperty("title").Text(language)).ShouldAllBe(title => text.Contains(title), path);
            }

            report.QuerySelectorAll("table thead th:not([scope=col]), table tbody th:not([scope=row])").ShouldBeEmpty();
            report.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => report.GetElementById(id) is null).ShouldBeEmpty();
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_public_edition_has_no_trace_of_what_is_confidential_whoever_makes_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var round = await RoundWithSecret.MakeAsync(site);
        foreach (var role in new[] { Role.Reader, Role.Coordinator })
        {
            var client = await site.SignInAsync(role);
            foreach (var path in new[] { $"/reports/findings/{round.RoundId}", $"/api/v1/reports/findings/{round.RoundId}" })
            {
                var answer = await client.GetStringAsync($"{path}?marking=public");

                answer.ShouldNotContain(RoundWithSecret.Secret);
                answer.ShouldNotContain(round.SecretId);
                answer.ShouldContain("Open advies");
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_confidential_edition_has_it_and_says_so_on_its_cover(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var round = await RoundWithSecret.MakeAsync(site);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var report = new HtmlParser().ParseDocument(await coordinator.GetStringAsync($"/reports/findings/{round.RoundId}?marking=departmental-confidential&lang=nl"));

        report.Body!.TextContent.ShouldContain(RoundWithSecret.Secret);
        report.QuerySelector(".cover .marking")!.TextContent.ShouldBe("Departementaal vertrouwelijk");
        report.QuerySelector(".cover")!.TextContent.ShouldNotContain("Bestemd voor");
    }

    [Theory, OnEveryDatabase]
    public async Task An_edition_for_somebody_names_them_on_its_cover_and_what_it_comes_to_stands_before_the_contents(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var round = await RoundWithSecret.MakeAsync(site);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var report = new HtmlParser().ParseDocument(await coordinator.GetStringAsync($"/reports/findings/{round.RoundId}?marking=internal&lang=nl&recipient=JenV"));

        report.QuerySelector(".cover dl > div")!.TextContent.ShouldBe("Bestemd voorministerie van Justitie en Veiligheid", StringCompareShould.IgnoreCase);
        report.QuerySelector(".cover + section h2")!.Id.ShouldBe("outcome");
        (report.Body!.TextContent.Contains("bronnen achterin", StringComparison.Ordinal), report.GetElementById("sources") is not null).ShouldBeOneOf((true, true), (false, false));
    }

    [Theory, OnEveryDatabase]
    public async Task Hostile_words_stay_words(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var round = await RoundWithSecret.MakeAsync(site);
        var reader = await site.SignInAsync(Role.Reader);

        var report = new HtmlParser().ParseDocument(await reader.GetStringAsync($"/reports/findings/{round.RoundId}"));

        report.QuerySelectorAll("script, style, [style]").ShouldBeEmpty();
        report.QuerySelector("h1")!.TextContent.ShouldBe(RoundWithSecret.Hostile);
    }

    [Theory]
    [InlineData("?marking=departmental-confidential", HttpStatusCode.BadRequest)]
    [InlineData("?marking=secret", HttpStatusCode.BadRequest)]
    [InlineData("?lang=fr", HttpStatusCode.BadRequest)]
    [InlineData("-not-there", HttpStatusCode.NotFound)]
    public async Task What_a_reader_may_not_ask_is_refused(string asked, HttpStatusCode status)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var round = await RoundWithSecret.MakeAsync(site);
        var reader = await site.SignInAsync(Role.Reader);

        (await reader.GetAsync($"/api/v1/reports/findings/{round.RoundId}{asked}")).StatusCode.ShouldBe(status);
        (await reader.GetAsync($"/reports/findings/{round.RoundId}{asked}")).StatusCode.ShouldBe(status);
    }

    [Theory, OnEveryDatabase]
    public async Task A_report_that_left_is_in_the_history_of_its_round(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var round = await RoundWithSecret.MakeAsync(site);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        await coordinator.GetJsonAsync($"/reports/findings/{round.RoundId}?marking=public&lang=nl");

        var newest = (await coordinator.GetJsonAsync($"/journal?objectId={round.RoundId}")).GetProperty("items")[0];
        newest.Text("verb").ShouldBe("reports.download");
        newest.Text("reason").ShouldBe($"findings-{round.RoundId}-public-nl.json");
    }

    [Fact]
    public async Task Reports_are_listed_with_the_editions_a_reader_may_have()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        await RoundWithSecret.MakeAsync(site);
        var page = new HtmlParser().ParseDocument(await (await site.SignInAsync(Role.Reader)).GetStringAsync("/reports"));

        page.QuerySelectorAll("select[name=marking] option").Select(o => o.GetAttribute("value")).ShouldBe(["public"]);
        page.Body!.TextContent.ShouldNotContain(RoundWithSecret.Secret);
    }

    [ChromiumFact]
    public async Task The_pdf_is_tagged_titled_and_marked_on_every_page_and_keeps_the_secret()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var round = await RoundWithSecret.MakeAsync(site);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var pdf = await coordinator.GetByteArrayAsync($"/reports/findings/{round.RoundId}/pdf?marking=public&lang=en");

        var info = PdfTools.Info(pdf);
        info.ShouldContain("alert(1)");
        info.ShouldContain("Findings report");
        info.ShouldMatch(@"Tagged:\s+yes");
        System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("/Lang (en)");
        var pages = PdfTools.Text(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Length.ShouldBeGreaterThan(5);
        pages.ShouldAllBe(page => page.Contains("PUBLIC", StringComparison.Ordinal));
        pages[1].ShouldContain("In short");
        string.Concat(pages).ShouldNotContain(RoundWithSecret.Secret);
        PdfTools.Info(pdf, "-struct").ShouldContain("TH");
    }

    private static bool RestsOnTheDecision(JsonElement measure) =>
        measure.GetProperty("restsOn").EnumerateArray().Any(id => id.GetString() == "nl-2012.adopt-advices");

    private static async Task LoadAsync(TestSite site)
    {
        foreach (var example in new[] { "nl-2007", "nl-2012" })
        {
            await site.AsConsoleAsync((_, services) => services.GetRequiredService<ExampleLoader>()
                .LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", example), CancellationToken.None));
        }
    }
}
