using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Weerbaar.Tests.Site;

public sealed class FormTests(SitePages site) : IClassFixture<SitePages>, IDisposable
{
    private readonly Visitor visitor = site.Visitor();

    public void Dispose() => visitor.Dispose();

    private static readonly (string, string)[] good =
        [("Input.Name.Nl", "Dijk"), ("Input.Name.En", ""), ("Input.Due", "2026-12-01"), ("Input.Marking", "Internal"), ("Input.Tone", "Good"), ("Input.Agreed", "false")];

    [Fact]
    public async Task A_good_form_is_saved_once_and_says_so_on_the_next_page()
    {
        (await visitor.PostFrom("/gallery", "/gallery", good)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.Page("/gallery")).QuerySelector(".utrecht-alert--ok [data-draft-done]")!.GetAttribute("data-draft-done").ShouldBe("gallery");
        (await visitor.Page("/gallery")).QuerySelector("[data-draft-done]").ShouldBeNull();
    }

    [Fact]
    public async Task Every_error_in_the_summary_leads_to_a_field_that_exists_and_names_its_error()
    {
        var page = await Visitor.Parsed(await visitor.PostFrom("/gallery", "/gallery", ("Input.Amount", "veel")));
        var links = page.QuerySelectorAll("[data-errors] a");
        links.Select(l => l.TextContent).ShouldContain("Naam: Vul dit in.");
        links.Select(l => l.TextContent).ShouldContain(t => t.StartsWith("Kosten: Vul een getal in"));
        foreach (var link in links)
        {
            var field = page.QuerySelector(link.GetAttribute("href")!).ShouldNotBeNull(link.OuterHtml);
            field.GetAttribute("aria-describedby")!.ShouldContain(field.Id + "-error");
        }
    }

    [Fact]
    public async Task What_was_typed_stays_when_the_form_comes_back()
    {
        var page = await Visitor.Parsed(await visitor.PostFrom("/gallery", "/gallery", ("Input.Name.En", "<b>Dike</b>"), ("Input.Amount", "1.234,5")));
        page.QuerySelector<IHtmlInputElement>("#Input_Name_En")!.Value.ShouldBe("<b>Dike</b>");
        page.QuerySelector<IHtmlInputElement>("#Input_Amount")!.Value.ShouldBe("1.234,5");
        page.QuerySelector("main b").ShouldBeNull();
    }

    [Theory]
    [InlineData("1234,5", true)]
    [InlineData("1234.5", true)]
    [InlineData(" 12 ", true)]
    [InlineData("", true)]
    [InlineData("1.234,5", false)]
    [InlineData("1,234.5", false)]
    [InlineData("1e3", false)]
    [InlineData("NaN", false)]
    [InlineData("-1", false)]
    [InlineData("1000001", false)]
    public async Task An_amount_is_read_with_comma_or_point_and_never_with_thousands_signs(string typed, bool accepted) =>
        (await visitor.PostFrom("/gallery", "/gallery", [.. good, ("Input.Amount", typed)])).StatusCode
            .ShouldBe(accepted ? HttpStatusCode.Redirect : HttpStatusCode.OK);
}
