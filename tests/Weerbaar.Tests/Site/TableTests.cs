using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Weerbaar.Tests.Site;

public sealed class TableTests(SitePages site) : IClassFixture<SitePages>, IDisposable
{
    private readonly Visitor visitor = site.Visitor();

    public void Dispose() => visitor.Dispose();

    private static List<string> Column(IHtmlDocument page, string selector) =>
        [.. page.QuerySelectorAll($"#table-gallery tbody tr > {selector}").Select(c => c.TextContent.Trim())];

    [Fact]
    public async Task A_search_finds_rows_that_hold_every_word_in_any_column_whatever_the_case()
    {
        var names = Column(await visitor.Page("/gallery?q=DIJKEN+vertrouwelijk"), "th");
        names.ShouldNotBeEmpty();
        names.ShouldAllBe(n => n.StartsWith("Hogere dijken"));
    }

    [Fact]
    public async Task Filters_hold_together_with_the_search_and_stand_in_the_form_again()
    {
        var page = await visitor.Page("/gallery?q=dijken&f.state=Bad&sort=-cost");
        Column(page, "td:nth-of-type(1)").ShouldAllBe(state => state == "Te laat");
        page.QuerySelector<IHtmlSelectElement>("select[name='f.state']")!.Value.ShouldBe("Bad");
        page.QuerySelector<IHtmlInputElement>("form[data-filters] input[name=sort]")!.Value.ShouldBe("-cost");
    }

    [Fact]
    public async Task A_header_sorts_by_its_column_and_then_the_other_way_round()
    {
        var page = await visitor.Page("/gallery?sort=name");
        var header = page.QuerySelectorAll("#table-gallery thead th")[0];
        header.GetAttribute("aria-sort").ShouldBe("ascending");
        header.QuerySelector("a")!.GetAttribute("href").ShouldBe("/gallery?sort=-name");
        Column(page, "th")[0].ShouldStartWith("Afspraken");
    }

    [Fact]
    public async Task Pages_hold_fifty_rows_and_a_page_too_far_is_the_last()
    {
        Column(await visitor.Page("/gallery"), "th").Count.ShouldBe(50);
        Column(await visitor.Page("/gallery?p=99"), "th").Count.ShouldBe(13);
        Column(await visitor.Page("/gallery?p=-1"), "th").Count.ShouldBe(50);
    }

    [Fact]
    public async Task Chosen_columns_are_shown_with_the_title_that_can_not_be_left_out()
    {
        var page = await visitor.Page("/gallery?show=cost");
        page.QuerySelectorAll("#table-gallery thead th").Length.ShouldBe(2);
        (await (await visitor.Get("/gallery?show=cost&format=csv")).Content.ReadAsStringAsync()).Split("\r\n")[0].ShouldBe("Naam,Kosten (mln €)");
    }

    [Fact]
    public async Task The_export_holds_exactly_the_rows_found_in_their_order_with_invariant_numbers()
    {
        var answer = await visitor.Get("/gallery?f.state=Bad&sort=cost&format=csv");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("gallery.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(13);
        lines[1].ShouldBe("Landelijk netwerk van experts,Te laat,C,761.5,2026-02-20,Intern");
    }

    [Fact]
    public async Task Every_cell_carries_its_header_for_the_card_on_a_narrow_screen()
    {
        var page = await visitor.Page("/gallery");
        page.QuerySelectorAll("#table-gallery tbody td").ShouldAllBe(cell => cell.GetAttribute("data-label")!.Length > 0);
    }

    [Fact]
    public async Task An_empty_table_says_what_to_do_first_and_an_empty_search_what_to_change()
    {
        var page = await visitor.Page("/gallery?q=zzz");
        page.QuerySelectorAll(".w-empty h2").Select(h => h.TextContent).ShouldBe(["Niets gevonden", "Nog geen scenario’s"]);
        page.QuerySelector("a[href='/gallery']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Typed_words_are_shown_as_words()
    {
        var page = await visitor.Page("/gallery?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.QuerySelector<IHtmlInputElement>("#table-gallery-q")!.Value.ShouldBe("\"><script>alert(1)</script>");
    }
}
