using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class PartsTests
{
    private static readonly string[] letters = ["A", "B", "C", "D", "E"];

    [Theory]
    [InlineData(1, 2, 3, "Doden: C (B–D)")]
    [InlineData(2, 2, 2, "Doden: C")]
    [InlineData(1, null, 3, "Doden: B–D")]
    [InlineData(null, null, null, "Doden: X")]
    public void A_range_bar_says_its_judgement_in_letters(int? lower, int? best, int? upper, string said) =>
        new Drawn(RangeBar.Draw(new("Doden", letters, lower, best, upper), new("d"))).All("title").Single().Value.ShouldBe(said);

    [Fact]
    public void A_range_bar_colours_the_classes_of_its_range_and_frames_the_best()
    {
        var drawn = new Drawn(RangeBar.Draw(new("Doden", letters, 1, 2, 3), new("d")));
        drawn.WithClass("d-cell").Count().ShouldBe(3);
        drawn.WithClass("d-best").Count().ShouldBe(1);
    }

    [Fact]
    public void The_parts_of_a_stacked_bar_fill_it()
    {
        var drawn = new Drawn(StackedBars.Draw(new("t", "d", Some.Culture("nl"), "r", ["1", "2"], [new("x", [0.25, 0.75])]), new("d")));
        var widths = drawn.WithClass("d-gap").Select(r => double.Parse(r.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        (widths[1] / widths[0]).ShouldBe(3, 0.01);
        drawn.Words.ShouldContain("25% 75%");
    }

    [Fact]
    public void A_tornado_has_the_widest_bar_on_top_in_drawing_and_table()
    {
        new Drawn(Tornado.Draw(Some.Tornado(), new("d"))).WithClass("d-name").First().Value.ShouldBe("Doden");
        Tornado.ToTable(Some.Tornado()).Rows[0].Select(c => c.Text).ShouldBe(["Doden", "0,18", "0,55"]);
    }

    [Fact]
    public void A_tornado_in_which_nothing_moves_is_still_drawn() =>
        new Drawn(Tornado.Draw(new("t", "d", "b", "l", "h", "B", "A", "A − B", 1, "1", [new("x", 1, 1, "1", "1")]), new("d"))).IsInside().ShouldBeTrue();

    [Fact]
    public void A_tornado_always_shows_zero_and_says_what_each_side_of_it_means()
    {
        static Drawn Of(double lower) => new(Tornado.Draw(new("t", "d", "b", "l", "h", "B", "A", "A − B", 1, "1", [new("x", lower, 2, "l", "h")]), new("d")));
        Of(-1).WithClass("d-zero").Count().ShouldBe(1);
        Of(0.5).WithClass("d-zero").Count().ShouldBe(1);
        Of(-1).Words.ShouldContain("← B", Case.Sensitive);
        Of(0.5).Words.ShouldContain("A →", Case.Sensitive);
    }

    [Fact]
    public void An_exceedance_curve_falls_to_the_right_and_points_out_its_marks()
    {
        var drawn = new Drawn(ExceedanceCurve.Draw(Some.Curve(), new("d")));
        var points = drawn.WithClass("d-spark").Single().Attribute("d")!.Value[1..].Split('L').Select(p => p.Split(' ')).ToList();
        points.Select(p => double.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Ascending);
        points.Select(p => double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Ascending);
        drawn.WithClass("d-accent").Count().ShouldBe(2);
        drawn.Words.ShouldContain("eens per 10 jaar: 95 mln");
    }

    [Fact]
    public void An_exceedance_curve_of_one_point_is_still_drawn() =>
        new Drawn(ExceedanceCurve.Draw(Some.Curve() with { Points = [new(1e6, 1)], Marks = [] }, new("d"))).IsInside().ShouldBeTrue();

    [Fact]
    public void The_id_of_a_table_twin_is_the_same_for_the_same_caption_only()
    {
        new TableTwin("Kosten", [], []).Id.ShouldBe(new TableTwin("Kosten", ["a"], []).Id);
        new TableTwin("Kosten", [], []).Id.ShouldNotBe(new TableTwin("Doden", [], []).Id);
    }

    [Fact]
    public void Each_table_has_as_many_cells_in_a_row_as_heads()
    {
        TableTwin[] tables =
        [
            ExceedanceCurve.ToTable(Some.Curve()), StackedBars.ToTable(Some.Ranks()), Tornado.ToTable(Some.Tornado()), HeatTable.ToTable(Some.Matrix()),
            CycleRing.ToTable(Some.Cycle(), Some.CycleWords()), ThreadDrawing.ToTable(Some.Thread(), Some.ThreadWords()),
        ];
        tables.ShouldAllBe(t => t.Rows.Count > 0 && t.Rows.All(r => r.Count == t.Head.Count));
    }

    [Fact]
    public void The_share_in_a_bar_is_the_share_in_its_table()
    {
        var row = StackedBars.ToTable(Some.Ranks()).Rows[0];
        var name = new Drawn(StackedBars.Draw(Some.Ranks(), new("d"))).LinkNames.First();
        row.Skip(1).ShouldAllBe(c => name.Contains(c.Text));
    }

    [Fact]
    public void A_matrix_with_more_columns_than_fit_goes_on_in_a_next_block()
    {
        var drawn = new Drawn(HeatTable.Draw(Some.Matrix(18), new("d", DrawingLayout.Narrow)));
        drawn.All("text").Count(t => t.Value == "Overstroming").ShouldBe(3);
        drawn.IsInside().ShouldBeTrue();
    }

    [Fact]
    public void A_spark_line_without_points_shows_only_its_value() =>
        new Drawn(SparkLine.Draw(new("Voortgang", [], "–"), new("d"))).WithClass("d-spark").ShouldBeEmpty();

    [Theory]
    [InlineData("een heel lange titel die niet op een regel past", 100, 2)]
    [InlineData("Onafgebrokenwoorddatnergenspast", 60, 3)]
    public void Wrapped_text_stays_within_its_width_and_lines(string text, double width, int most)
    {
        var lines = TextMeasure.Wrap(text, width, 13, most);
        lines.Count.ShouldBeLessThanOrEqualTo(most);
        lines.ShouldAllBe(l => TextMeasure.Width(l, 13, false) <= width);
        lines[^1].ShouldEndWith("…");
    }
}
