using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.OtherAggregations;

namespace Weerbaar.Analysis.Tests.OtherAggregations;

public sealed class ElectreTriTests
{
    private static readonly double[] weights = [.5, .3, .2];

    private static readonly ElectreTri model = new(
        [new(5, 10, 30), new(5, 10, 30), new(5, 10, 30)],
        [40, 40, 40, 70, 70, 70]);

    [Fact]
    public void Credibility_is_the_concordance_when_nothing_objects() =>
        model.Credibility([70, 62, 58], [70, 70, 70], weights).ShouldBe(.5 + (.3 * .4) + (.2 * 0), 1e-12);

    [Fact]
    public void A_discordance_above_the_concordance_weakens_it()
    {
        var credibility = model.Credibility([42, 75, 80], [70, 70, 70], weights);

        credibility.ShouldBe(.5 * (1 - .9) / (1 - .5), 1e-12);
    }

    [Fact]
    public void A_deficit_beyond_the_veto_leaves_no_credibility() =>
        model.Credibility([90, 90, 39], [70, 70, 70], weights).ShouldBe(0);

    [Theory]
    [InlineData(1, 1, 60.0, 60.0, 60.0)]
    [InlineData(2, 2, 80.0, 70.0, 66.0)]
    [InlineData(0, 0, 10.0, 20.0, 30.0)]
    [InlineData(0, 2, 90.0, 90.0, 0.0)]
    public void An_alternative_falls_in_the_expected_bands(int pessimistic, int optimistic, params double[] values)
    {
        model.Pessimistic(values, weights, .75).ShouldBe(pessimistic);
        model.Optimistic(values, weights, .75).ShouldBe(optimistic);
    }

    [Fact]
    public void An_alternative_on_a_profile_falls_in_the_band_above_it()
    {
        model.Pessimistic([40, 40, 40], weights, 1).ShouldBe(1);
        model.Optimistic([40, 40, 40], weights, 1).ShouldBe(1);
    }

    [Fact]
    public void The_careful_band_is_never_above_the_generous_one() => Check(values =>
        model.Pessimistic(values, weights, .7) <= model.Optimistic(values, weights, .7));

    [Fact]
    public void A_higher_value_never_gives_a_lower_band() => Check(values =>
    {
        double[] higher = [values[0] + 7, .. values[1..]];
        return model.Pessimistic(higher, weights, .7) >= model.Pessimistic(values, weights, .7)
            && model.Optimistic(higher, weights, .7) >= model.Optimistic(values, weights, .7);
    });

    [Fact]
    public void Thresholds_out_of_order_are_refused() =>
        Should.Throw<ArgumentException>(() => new ElectreTri([new OutrankingThresholds(5, 3)], [1]));

    [Fact]
    public void Profiles_that_fall_are_refused() =>
        Should.Throw<ArgumentException>(() => new ElectreTri([new OutrankingThresholds(1, 3)], [5, 4]));

    private static void Check(Func<double[], bool> law) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 100).ArrayOf(3)), item => law([.. item.Select(value => (double)value)]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
