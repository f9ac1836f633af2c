using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Cycle;

namespace Weerbaar.Tests.Cycle;

public sealed class ProductStateTests
{
    private static readonly DateOnly due = new(2026, 6, 15);

    [Theory]
    [InlineData(-61, DueState.Planned)]
    [InlineData(-60, DueState.Due)]
    [InlineData(0, DueState.Due)]
    [InlineData(1, DueState.Late)]
    public void A_product_is_due_from_sixty_days_before_its_day_and_late_after_it(int days, DueState expected) =>
        Planned(due).StateOn(due.AddDays(days)).ShouldBe(expected);

    [Fact]
    public void A_product_without_a_day_is_planned_however_late_it_gets() =>
        Planned(null).StateOn(due.AddYears(20)).ShouldBe(DueState.Planned);

    [Fact]
    public void A_product_delivered_after_its_day_is_done_and_no_longer_late()
    {
        var product = Planned(due);
        product.Deliver(due.AddDays(9));
        product.StateOn(due.AddYears(1)).ShouldBe(DueState.Done);
    }

    private static Product Planned(DateOnly? day) => new("scan", new ProductDescription
    {
        ProductKind = ProductKind.HorizonScan,
        Title = new Text("Scan", "Scan"),
        Due = day,
    });
}
