using System.Xml.Linq;
using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

/// <summary>What holds for each drawing, whatever it shows.</summary>
public sealed class AllDrawingsTests
{
    private static readonly Dictionary<string, Func<DrawingOptions, string>> drawings = new()
    {
        ["risk"] = o => RiskDiagram.Draw(Some.Input(Some.Risks(40)), Some.Words(), o),
        ["thread"] = o => ThreadDrawing.Draw(Some.Thread(20), Some.ThreadWords(), o),
        ["cycle"] = o => CycleRing.Draw(Some.Cycle(), Some.CycleWords(), o),
        ["bars"] = o => StackedBars.Draw(Some.Ranks(), o),
        ["tornado"] = o => Tornado.Draw(Some.Tornado(), o),
        ["curve"] = o => ExceedanceCurve.Draw(Some.Curve(), o),
        ["heat"] = o => HeatTable.Draw(Some.Matrix(), o),
        ["range"] = o => RangeBar.Draw(new("Doden", ["A", "B", "C", "D", "E"], 1, 2, 3, 4), o),
        ["spark"] = o => SparkLine.Draw(new("Voortgang", [0.1, 0.5, 0.7], "70%", 0.9), o),
    };

    public static TheoryData<string, DrawingLayout, DrawingUse> Each
    {
        get
        {
            var data = new TheoryData<string, DrawingLayout, DrawingUse>();
            foreach (var name in drawings.Keys)
            {
                data.Add(name, DrawingLayout.Wide, DrawingUse.Page);
                data.Add(name, DrawingLayout.Narrow, DrawingUse.Page);
                data.Add(name, DrawingLayout.Wide, DrawingUse.File);
                data.Add(name, DrawingLayout.Narrow, DrawingUse.File);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void No_drawing_carries_an_inline_style_or_a_script(string name, DrawingLayout layout, DrawingUse use)
    {
        var drawn = Draw(name, layout, use);
        drawn.Root.DescendantsAndSelf().Attributes().ShouldNotContain(a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        drawn.All("script").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Every_drawing_stays_on_its_paper(string name, DrawingLayout layout, DrawingUse use) =>
        Draw(name, layout, use).IsInside().ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Each))]
    public void Every_drawing_comes_out_the_same_twice(string name, DrawingLayout layout, DrawingUse use) =>
        drawings[name](new("d", layout, use)).ShouldBe(drawings[name](new("d", layout, use)));

    [Theory]
    [MemberData(nameof(Each))]
    public void Every_class_used_has_a_rule_or_is_a_name_for_a_part(string name, DrawingLayout layout, DrawingUse use)
    {
        string[] parts = ["d-risk", "d-risks", "d-group", "d-unplaced", "d-node", "d-step", "d-product", "d-row", "d-hint", "d-focus", "d-areas", "d-link"];
        var used = Draw(name, layout, use).Root.Descendants().Attributes("class").SelectMany(c => c.Value.Split(' ')).Distinct();
        used.Except(parts).Where(c => !StyleSheet.ForFile.Contains($".{c} ")).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_has_nothing_to_click_and_is_one_picture()
    {
        foreach (var name in drawings.Keys)
        {
            var drawn = Draw(name, DrawingLayout.Wide, DrawingUse.File);
            drawn.Links.ShouldBeEmpty();
            drawn.Root.Attribute("role")!.Value.ShouldBe("img");
            drawn.All("style").Count().ShouldBe(1);
        }
    }

    [Fact]
    public void Every_link_has_a_name() =>
        drawings.Keys.ShouldAllBe(n => Draw(n, DrawingLayout.Wide, DrawingUse.Page).LinkNames.All(l => l.Length > 0));

    [Fact]
    public void Ids_are_unique_with_both_sizes_of_two_drawings_on_a_page()
    {
        var page = $"<div>{DrawingFrame.Of("one", drawings["risk"])}{DrawingFrame.Of("two", drawings["risk"])}</div>";
        var ids = new Drawn(page).Ids.ToList();
        ids.ShouldBeUnique();
        ids.Count.ShouldBe(12);
    }

    private static Drawn Draw(string name, DrawingLayout layout, DrawingUse use) => new(drawings[name](new("d", layout, use)));
}
