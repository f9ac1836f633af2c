using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.OtherAggregations;

namespace Weerbaar.Analysis.Tests.OtherAggregations;

public sealed class OtherAggregationsTests
{
    private static readonly Arbitrary<int[]> classes = Arb.From(Gen.Choose(0, 5).ArrayOf(10));

    [Fact]
    public void The_maximum_is_the_worst_criterion() => Maximum.Of([.2, .9, .1]).ShouldBe(.9);

    [Fact]
    public void A_maximum_with_a_missing_value_is_refused() => Should.Throw<ArgumentException>(() => Maximum.Of([.2, double.NaN]));

    [Fact]
    public void One_criterion_in_the_highest_class_beats_any_number_below_it()
    {
        var one = Medal.Table([5, 0, 0, 0], 5);
        var many = Medal.Table([4, 4, 4, 4], 5);

        one.ShouldBe([1, 0, 0, 0, 0]);
        Medal.Compare(one, many).ShouldBePositive();
        Medal.Ranks([many, one, one]).ShouldBe([3, 1, 1]);
    }

    [Fact]
    public void The_medal_order_does_not_depend_on_the_order_of_criteria() =>
        Prop.ForAll(classes, item => Medal.Compare(Medal.Table(item, 5), Medal.Table([.. item.Reverse()], 5)) == 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Raising_a_class_raises_the_medal_table() =>
        Prop.ForAll(classes, item => item[0] == 5 || Medal.Compare(Medal.Table([item[0] + 1, .. item[1..]], 5), Medal.Table(item, 5)) > 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_weighted_product_is_the_geometric_mean() =>
        WeightedProduct.Of([1, 100], [1, 1]).ShouldBe(10, 1e-12);

    [Fact]
    public void A_zero_with_weight_makes_the_product_zero()
    {
        WeightedProduct.Of([0, 100], [1, 1]).ShouldBe(0);
        WeightedProduct.Of([0, 100], [0, 1]).ShouldBe(100, 1e-12);
    }

    [Fact]
    public void The_weighted_product_lies_between_lowest_and_highest()
    {
        var values = Arb.From(Gen.Choose(1, 1000).ArrayOf(6));
        Prop.ForAll(values, item =>
        {
            var product = WeightedProduct.Of([.. item.Select(value => value / 10.0)], [1, 2, 3, 4, 5, 6]);
            return product >= (item.Min() / 10.0) - 1e-9 && product <= (item.Max() / 10.0) + 1e-9;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void A_negative_value_has_no_weighted_product() =>
        Should.Throw<ArgumentException>(() => WeightedProduct.Of([-1, 2], [1, 1]));
}
