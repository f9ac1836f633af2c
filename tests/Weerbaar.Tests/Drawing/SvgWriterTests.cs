using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class SvgWriterTests
{
    [Fact]
    public void Any_text_comes_back_as_xml_and_makes_no_element() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var svg = new SvgWriter(new("d"));
            svg.Text(1, 2, text ?? "", "d-name");
            var root = XElement.Parse(svg.Finish("test", 10, 10, text ?? "", text ?? "-"));
            return root.Descendants().All(e => e.Name.LocalName is "title" or "desc" or "text");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("data:text/html,x")]
    [InlineData(null)]
    public void An_address_that_is_none_of_ours_makes_no_link(string? href)
    {
        var svg = new SvgWriter(new("d"));
        svg.OpenLink(href, "name", "c");
        svg.Close();
        svg.Finish("test", 10, 10, "t", "d").ShouldNotContain("href");
    }

    [Fact]
    public void Numbers_have_a_point_and_at_most_two_decimals_in_every_culture() =>
        Some.In("nl", () => SvgWriter.N(1234.5678)).ShouldBe("1234.57");

    [Fact]
    public void A_number_just_below_zero_is_written_without_a_sign() => SvgWriter.N(-0.001).ShouldBe("0");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_coordinate_that_is_no_number_is_refused(double value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SvgWriter.N(value));

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"onload=")]
    public void An_id_that_could_not_begin_every_id_is_refused(string id) =>
        Should.Throw<ArgumentException>(() => new DrawingOptions(id));

    [Fact]
    public void The_title_and_description_name_the_drawing()
    {
        var drawn = new Drawn(new SvgWriter(new("d")).Finish("test", 10, 10, "Title", "What it shows"));
        drawn.Root.Attribute("aria-labelledby")!.Value.ShouldBe("d-title");
        drawn.All("title").Single().Value.ShouldBe("Title");
        drawn.Root.Attribute("aria-describedby")!.Value.ShouldBe("d-desc");
        drawn.All("desc").Single().Value.ShouldBe("What it shows");
    }
}
