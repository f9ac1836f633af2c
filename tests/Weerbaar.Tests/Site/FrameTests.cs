using System.Net;

namespace Weerbaar.Tests.Site;

public sealed class FrameTests(SitePages site) : IClassFixture<SitePages>, IDisposable
{
    private readonly Visitor visitor = site.Visitor();

    public void Dispose() => visitor.Dispose();

    [Theory]
    [InlineData(null, "nl")]
    [InlineData("fr", "nl")]
    [InlineData("en", "en")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("fr,nl;q=0.5,en;q=0.8", "en")]
    public async Task The_page_is_in_the_language_the_browser_asks_for_and_else_in_Dutch(string? asked, string shown) =>
        (await visitor.Page("/gallery", asked)).DocumentElement.GetAttribute("lang").ShouldBe(shown);

    [Fact]
    public async Task Switching_the_language_stays_on_the_page_and_is_remembered()
    {
        var answer = await visitor.PostFrom("/gallery?q=dijk", "/language", ("language", "en"), ("returnUrl", "/gallery?q=dijk"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/gallery?q=dijk");
        (await visitor.Page("/gallery", "nl")).DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Switching_the_language_never_leads_to_another_site(string returnUrl) =>
        (await visitor.PostFrom("/gallery", "/language", ("language", "en"), ("returnUrl", returnUrl))).Headers.Location!.ToString().ShouldBe("/");

    [Fact]
    public async Task A_form_without_its_token_is_refused() =>
        (await visitor.Post("/language", ("language", "en"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Every_answer_forbids_scripts_and_frames_from_elsewhere()
    {
        foreach (var path in new[] { "/gallery", "/nowhere", "/breaks", "/api/breaks" })
        {
            var headers = (await visitor.Get(path)).Headers;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("require-trusted-types-for 'script'");
            policy.ShouldNotContain("unsafe");
            headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
            headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        }
    }

    [Fact]
    public async Task A_page_holds_no_inline_script_or_style()
    {
        var page = await visitor.Page("/gallery");
        page.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Built_files_may_be_kept_for_ever_and_pages_may_not()
    {
        var style = (await visitor.Page("/gallery")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        style.ShouldStartWith("/web/assets/site-");
        var answer = await visitor.Get(style);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await visitor.Get("/gallery")).Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "Deze pagina is er niet")]
    [InlineData("/forbidden", HttpStatusCode.Forbidden, "Deze pagina is niet voor u")]
    [InlineData("/breaks", HttpStatusCode.InternalServerError, "Er ging iets mis aan onze kant")]
    public async Task A_failing_address_says_what_to_do_and_nothing_of_its_inside(string path, HttpStatusCode status, string title)
    {
        var answer = await visitor.Get(path);
        answer.StatusCode.ShouldBe(status);
        var page = await Visitor.Parsed(answer);
        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.DocumentElement.OuterHtml.ShouldNotContain("inner detail");
        page.DocumentElement.OuterHtml.ShouldNotContain("InvalidOperationException");
    }

    [Fact]
    public async Task The_api_gets_no_page_for_its_errors() =>
        (await (await visitor.Get("/api/breaks")).Content.ReadAsStringAsync()).ShouldBeEmpty();

    [Fact]
    public async Task The_rail_shows_what_is_registered_for_the_reader_and_marks_where_one_is()
    {
        var links = (await visitor.Page("/gallery")).QuerySelectorAll("nav.w-rail a");
        links.Select(l => l.GetAttribute("href")).ShouldBe(["/gallery"]);
        links.Single().GetAttribute("aria-current").ShouldBe("page");
    }

    [Fact]
    public async Task A_page_has_one_main_heading_a_skip_link_and_landmarks()
    {
        var page = await visitor.Page("/gallery");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector("a.utrecht-skip-link")!.GetAttribute("href").ShouldBe("#main");
        page.QuerySelectorAll("main#main, header, footer, nav.w-rail").Length.ShouldBe(4);
        page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }
}
