using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Scales;

public class ValueFunctionTests
{
    public static TheoryData<string> Functions => ["base3", "base10", "linear", "table", "money"];

    [Theory]
    [InlineData("base3", 1.0 / 81, 1.0 / 27, 1.0 / 9, 1.0 / 3, 1)]
    [InlineData("base10", 0.0001, 0.001, 0.01, 0.1, 1)]
    [InlineData("linear", 0.2, 0.4, 0.6, 0.8, 1)]
    public void The_value_of_each_class(string id, double a, double b, double c, double d, double e)
    {
        var function = ValueFunction.Find(id)!;
        Enumerable.Range(0, 6).Select(level => function.Of(level, 5)).Zip([0, a, b, c, d, e])
            .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-15);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_higher_class_has_a_higher_value(string id) =>
        Enumerable.Range(0, 5).ShouldAllBe(level => Named(id).Of(level, 5) < Named(id).Of(level + 1, 5));

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_level_of_the_value_of_a_class_is_its_level(string id) =>
        Enumerable.Range(1, 5).ShouldAllBe(level => Math.Abs(Named(id).LevelOf(Named(id).Of(level, 5), 5) - level) < 1e-12);

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_higher_value_never_has_a_lower_level(string id) =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 1000).Two()), pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            return Named(id).LevelOf(low / 1000.0, 5) <= Named(id).LevelOf(high / 1000.0, 5);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_base_that_does_not_rise_is_refused(double number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ExponentialValue(number));

    [Fact]
    public void A_level_outside_the_scale_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LinearValue().Of(6, 5));

    private static ValueFunction Named(string id) => id switch
    {
        "table" => new TableValue([0.01, 0.02, 0.3, 0.4, 1]),
        "money" => new MonetisedValue("EUR", [1e6, 2e7, 3e8, 4e9, 5e10]),
        _ => ValueFunction.Find(id)!,
    };
}
