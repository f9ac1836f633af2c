using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class CycleRingTests
{
    [Fact]
    public void Every_step_is_a_link_in_the_order_of_the_method_on_a_phone()
    {
        var drawn = new Drawn(CycleRing.Draw(Some.Cycle(), Some.CycleWords(), new("d", DrawingLayout.Narrow)));
        drawn.WithClass("d-step").Select(a => a.Attribute("href")!.Value).ShouldBe(Some.Cycle().Steps.Select(s => s.Href!));
    }

    [Fact]
    public void A_product_says_its_state_in_words()
    {
        var drawn = new Drawn(CycleRing.Draw(Some.Cycle(), Some.CycleWords(), new("d")));
        drawn.LinkNames.ShouldContain("Thematische verdieping. 1 nov 2026. te laat");
        drawn.Words.ShouldContain("1 te laat");
    }

    [Fact]
    public void Late_products_come_first_and_what_does_not_fit_is_counted()
    {
        CycleRing.Input input = new("t", "d", "c", [new("a", "Stap", "/a", "")],
            [.. Enumerable.Range(1, 5).Select(i => new CycleRing.Product("a", $"P{i}", $"/p{i}", "", i == 5 ? DueState.Late : DueState.Done))]);
        var products = new Drawn(CycleRing.Draw(input, Some.CycleWords(), new("d"))).WithClass("d-product").Select(a => a.Attribute("href")!.Value).ToList();
        products.ShouldBe(["/p5", "/p1", "/p2", "#products"]);
    }

    [Fact]
    public void The_table_has_a_row_for_each_product_and_for_each_step_without_one() =>
        CycleRing.ToTable(Some.Cycle(), Some.CycleWords()).Rows.Count.ShouldBe(12);
}
