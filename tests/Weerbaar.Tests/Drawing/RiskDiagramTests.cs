using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class RiskDiagramTests
{
    private static readonly DrawingOptions wide = new("d");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(60)]
    public void Every_scenario_is_a_link_or_in_the_list_of_a_bubble(int count)
    {
        var risks = Some.Risks(count);
        var names = Draw(risks).LinkNames.SelectMany(n => n.Split("; ")).ToList();
        foreach (var risk in risks)
        {
            names.Count(n => n.Contains($"{risk.Number} {risk.Title}. {risk.ThemeTitle}", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(1);
        }
    }

    [Fact]
    public void Scenarios_that_coincide_become_one_bubble_with_their_number()
    {
        var drawn = Draw([.. Enumerable.Range(1, 3).Select(i => Some.Risk(i, new(0.01, 0.02, 0.03), new(0.1, 0.2, 0.3), $"Scenario {i}"))]);
        drawn.WithClass("d-count").First().Value.ShouldBe("3×");
        drawn.WithClass("d-group").Count().ShouldBe(1);
        drawn.WithClass("d-group").Single().Attribute("href")!.Value.ShouldBe("#risks");
    }

    [Theory]
    [InlineData("nl", "staan ernaast waar dat past")]
    [InlineData("en", "where they fit")]
    public void The_sentences_that_say_how_to_read_it_are_whole(string language, string end)
    {
        var drawn = Draw([.. Enumerable.Range(1, 3).Select(i => Some.Risk(i, new(0.01, 0.02, 0.03), new(0.1, 0.2, 0.3), $"Scenario {i}"))], language);
        drawn.Words.ShouldContain(end);
    }

    [Fact]
    public void Scenarios_far_apart_are_no_bubble() =>
        Draw([Some.Risk(1, new(0.001, 0.002, 0.003), new(0.1, 0.2, 0.3)), Some.Risk(2, new(0.1, 0.2, 0.3), new(0.1, 0.2, 0.3))])
            .WithClass("d-group").ShouldBeEmpty();

    [Fact]
    public void A_link_says_title_class_and_range_in_the_readers_language()
    {
        var risk = Some.Risk(4, new(0.005, 0.02, 0.04), new(0.1, 0.2, 0.3));
        Draw([risk], "nl").LinkNames.Single().ShouldBe(
            "4 Grieppandemie. Infectieziekten. Waarschijnlijkheid: C mogelijk, 2% (0,5%–4%). Impact: D zeer ernstig, 0,2 (0,1–0,3).");
        Draw([risk], "en").LinkNames.Single().ShouldBe(
            "4 Grieppandemie. Infectieziekten. Likelihood: C possible, 2% (0.5%–4%). Impact: D very serious, 0.2 (0.1–0.3).");
    }

    [Fact]
    public void A_scenario_of_which_only_the_classes_are_known_says_no_estimate_and_gets_an_open_sign()
    {
        var risk = Some.Risk(1, RiskDiagram.Range.OfClass(Some.Likelihood().Classes[0]), RiskDiagram.Range.OfClass(Some.Impact().Classes[4]));
        var drawn = Draw([risk]);
        drawn.LinkNames.Single().ShouldContain("Waarschijnlijkheid: A zeer onwaarschijnlijk (< 0,05%)");
        drawn.Links.Single().Descendants().Intersect(drawn.WithClass("d-mark-open")).Count().ShouldBe(1);
    }

    [Fact]
    public void A_scenario_without_a_class_stands_beside_the_diagram_and_says_so()
    {
        var drawn = Draw([Some.Risk(6, null, new(0.1, 0.2, 0.3), "Crisis buiten de Unie")]);
        Drawn.NameOf(drawn.WithClass("d-unplaced").Single()).ShouldContain("Waarschijnlijkheid: geen klasse gepubliceerd");
        drawn.Words.ShouldContain("Crisis buiten de");
        drawn.WithClass("d-area").ShouldBeEmpty();
    }

    [Fact]
    public void A_scenario_without_any_impact_lies_in_a_strip_of_its_own_under_the_lowest_class()
    {
        var none = new RiskDiagram.Range(0, 0, 0);
        Draw([Some.Risk(1, new(0.1, 0.2, 0.3), none)]).WithClass("d-strong").ShouldContain(e => e.Value == "X");
        Draw([Some.Risk(1, new(0.1, 0.2, 0.3), new(0.1, 0.2, 0.3))]).WithClass("d-strong").ShouldNotContain(e => e.Value == "X");
    }

    [Fact]
    public void Density_regions_are_drawn_instead_of_the_area_of_the_ranges()
    {
        var risk = Some.Risk(1, new(0.1, 0.2, 0.3), new(0.1, 0.2, 0.3)) with
        {
            Regions = [new(0.5, [[(0.15, 0.15), (0.25, 0.2), (0.2, 0.25)]]), new(0.9, [[(0.1, 0.1), (0.3, 0.2), (0.2, 0.3)]])],
        };
        Draw([risk]).WithClass("d-areas").Single().Elements().Select(e => e.Attribute("d")!.Value.Contains('C')).ShouldBe([false, false]);
    }

    [Fact]
    public void With_nothing_assessed_the_diagram_says_what_is_missing() =>
        Draw([]).Words.ShouldContain("Nog geen beoordeelde scenario’s");

    [Fact]
    public void Invented_values_are_called_so_on_the_drawing_itself() =>
        Draw(Some.Risks(3)).Words.ShouldContain("verzonnen ter illustratie");

    [Fact]
    public void A_hostile_title_stays_text()
    {
        var drawn = Draw([Some.Risk(1, new(0.1, 0.2, 0.3), new(0.1, 0.2, 0.3), "\"><script>alert(1)</script>\u0001")]);
        drawn.All("script").ShouldBeEmpty();
        drawn.LinkNames.Single().ShouldContain("\"><script>alert(1)</script>\uFFFD");
    }

    [Fact]
    public void The_hint_stands_where_pointing_at_a_scenario_can_hide_it() =>
        Draw(Some.Risks(3)).WithClass("d-hint").Single().Parent!.Attribute("class")!.Value.ShouldBe("d-risks");

    [Fact]
    public void Whatever_the_ranges_everything_stays_on_the_paper() =>
        Prop.ForAll(Arb.From(Gen.ListOf(AnyRisk())), risks =>
        {
            var input = Some.Input([.. risks.Select((r, i) => Some.Risk(i + 1, r.Likelihood, r.Impact, theme: i))]);
            return new[] { DrawingLayout.Wide, DrawingLayout.Narrow }.All(l =>
                new Drawn(RiskDiagram.Draw(input, Some.Words(), new("d", l))).IsInside());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Labels_of_forty_scenarios_hide_no_other_label()
    {
        var drawn = Draw(Some.Risks(40));
        var boxes = drawn.WithClass("d-label").Select(t => new Box(
            double.Parse(t.Attribute("x")!.Value, System.Globalization.CultureInfo.InvariantCulture),
            double.Parse(t.Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture) - 12,
            TextMeasure.Width(t.Value, 13, true), 15)).ToList();
        boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => a.Overlap(b))).Max().ShouldBe(0);
    }

    [Fact]
    public void The_same_input_in_another_order_gives_the_same_drawing()
    {
        var risks = Some.Risks(60);
        var one = RiskDiagram.Draw(Some.Input(risks), Some.Words(), wide);
        RiskDiagram.Draw(Some.Input([.. risks.Reverse()]), Some.Words(), wide).ShouldBe(one);
    }

    [Fact]
    public void The_table_holds_the_numbers_of_the_diagram_and_those_it_could_not_place()
    {
        var table = RiskDiagram.ToTable(Some.Input([Some.Risk(2, null, null, "Onbekend"), Some.Risk(1, new(0.005, 0.02, 0.04), new(0.1, 0.2, 0.3))]), Some.Words());
        table.Rows[0].Select(c => c.Text).ShouldBe(
            ["1", "Grieppandemie", "Infectieziekten", "C mogelijk", "0,5%", "2%", "4%", "D zeer ernstig", "0,1", "0,2", "0,3", ""]);
        table.Rows[1].Select(c => c.Text).ShouldContain("geen klasse gepubliceerd");
        table.Rows.ShouldAllBe(r => r.Count == table.Head.Count);
    }

    private static Drawn Draw(IReadOnlyList<RiskDiagram.Risk> risks, string language = "nl") =>
        new(RiskDiagram.Draw(Some.Input(risks, language), Some.Words(language), wide));

    private static Gen<(RiskDiagram.Range? Likelihood, RiskDiagram.Range? Impact)> AnyRisk() =>
        from likelihood in AnyRange()
        from impact in AnyRange()
        select (likelihood, impact);

    private static Gen<RiskDiagram.Range?> AnyRange() =>
        from kind in Gen.Choose(0, 9)
        from values in Gen.ListOf(Gen.Choose(-70, 10), 3)
        let sorted = values.Select(v => v < -65 ? 0 : Math.Pow(10, v / 10.0)).Order().ToList()
        select kind == 0 ? null : new RiskDiagram.Range(sorted[0], kind < 3 ? null : sorted[1], kind == 9 ? double.PositiveInfinity : sorted[2]);
}
