using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class ThreadDrawingTests
{
    [Fact]
    public void Everything_up_to_two_steps_away_is_a_link_and_nothing_further()
    {
        var names = Draw(Some.Thread()).LinkNames.ToList();
        names.Count.ShouldBe(Some.Thread().Nodes.Count - 1);
        names.ShouldNotContain(n => n.StartsWith("Dreiging", StringComparison.Ordinal));
    }

    [Fact]
    public void More_than_twelve_in_a_layer_end_in_a_card_that_says_how_many_more()
    {
        var drawn = Draw(Some.Thread(30));
        drawn.Words.ShouldContain("nog 19 …");
        drawn.Links.Where(a => a.Attribute("href")!.Value == "#thread-list").Count().ShouldBe(2);
    }

    [Fact]
    public void The_order_within_a_layer_leaves_no_lines_crossing_when_none_need_to()
    {
        var drawn = Draw(Some.Thread(5));
        var measures = Order(drawn, "Maatregel").Select(n => n.Split(' ')[2].TrimEnd(':'));
        var letters = Order(drawn, "Voortgang").Select(n => n.Split(' ')[2].TrimEnd('.'));
        measures.Zip(letters, (m, l) => Number(m) + Number(l) - 2026).ShouldAllBe(sum => sum == 6);
    }

    [Fact]
    public void A_thread_without_exactly_one_current_object_is_refused() =>
        Should.Throw<ArgumentException>(() => Draw(new("t", "d", [new("a", "k", "t", "/a", 1)], [])));

    [Fact]
    public void An_object_tied_to_nothing_says_so() =>
        Draw(new("t", "d", [new("a", "Signaal", "Alleen", "/a", 1, IsCurrent: true)], [])).Words.ShouldContain("nog niets");

    [Fact]
    public void A_line_to_an_object_that_is_not_there_is_left_out() =>
        Draw(new("t", "d", [new("a", "Signaal", "Alleen", "/a", 1, IsCurrent: true)], [new("a", "secret")])).WithClass("d-edge-current").ShouldBeEmpty();

    [Theory]
    [InlineData(DrawingLayout.Wide)]
    [InlineData(DrawingLayout.Narrow)]
    public void Two_that_rest_on_each_other_have_one_line_with_an_arrow_at_both_ends(DrawingLayout layout)
    {
        IReadOnlyList<ThreadDrawing.Node> nodes =
            [new("a", "advies", "Advies", "/a", 0, IsCurrent: true), new("b", "besluit", "Besluit", "/b", 1), new("c", "maatregel", "Maatregel", "/c", 1)];
        Drawn Of(params ThreadDrawing.Edge[] edges) => new(ThreadDrawing.Draw(new("t", "d", nodes, edges), Some.ThreadWords(), new("d", layout)));

        var sameColumn = Of(new("b", "c"), new("c", "b"));
        (sameColumn.WithClass("d-edge").Count(), sameColumn.WithClass("d-arrow").Count()).ShouldBe((1, 2));
        var across = Of(new("a", "b"), new("b", "a"), new("a", "c"));
        (across.WithClass("d-edge-current").Count(), across.WithClass("d-arrow-current").Count()).ShouldBe((2, 3));
    }

    [Fact]
    public void The_table_says_the_states_and_has_no_column_for_them_where_nothing_has_one()
    {
        var alone = new ThreadDrawing.Input("t", "d", [new("a", "dreiging", "Alleen", "/a", 1, IsCurrent: true)], []);
        ThreadDrawing.ToTable(alone, Some.ThreadWords()).Head.Count.ShouldBe(3);
        var running = alone with { Nodes = [.. alone.Nodes, new("b", "maatregel", "Dijk", "/b", 2, State: "loopt")] };
        ThreadDrawing.ToTable(running, Some.ThreadWords()).Rows.Select(r => r[3].Text).ShouldBe(["", "loopt"]);
    }

    private static IEnumerable<string> Order(Drawn drawn, string kind) => drawn.Links
        .Where(a => Drawn.NameOf(a).StartsWith(kind, StringComparison.Ordinal))
        .OrderBy(a => double.Parse(a.Elements().Single().Elements().First().Attribute("y")!.Value, System.Globalization.CultureInfo.InvariantCulture))
        .Select(Drawn.NameOf);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Drawn Draw(ThreadDrawing.Input input) => new(ThreadDrawing.Draw(input, Some.ThreadWords(), new("d")));
}
