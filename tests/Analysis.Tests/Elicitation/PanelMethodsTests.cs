using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Analysis.Tests.Elicitation;

public sealed class PanelMethodsTests
{
    [Fact]
    public void An_interval_of_fifty_percent_is_stretched_to_eighty() =>
        Idea.Standardise(new IntervalJudgement(10, 20, 40, 0.5)).ShouldBe(new IntervalJudgement(4, 20, 52, 0.8));

    [Fact]
    public void A_stretched_interval_stays_inside_the_valid_range() =>
        Idea.Standardise(new IntervalJudgement(10, 20, 40, 0.5), 0.8, 5, 50).ShouldBe(new IntervalJudgement(5, 20, 50, 0.8));

    [Fact]
    public void A_probability_in_three_steps_is_used_as_given() =>
        Idea.Standardise(new IntervalJudgement(0.1, 0.2, 0.4), 0.8, 0, 1).ShouldBe(new IntervalJudgement(0.1, 0.2, 0.4));

    [Fact]
    public void The_group_gives_the_means_of_the_standardised_intervals()
    {
        var group = Idea.Aggregate([new IntervalJudgement(10, 20, 40, 0.5), new IntervalJudgement(0, 10, 20, 0.8)]);

        group.ShouldBe(new IntervalJudgement(2, 15, 36, 0.8));
    }

    [Theory]
    [InlineData(30, 20, 40, 0.5)]
    [InlineData(10, 20, 40, 0)]
    [InlineData(10, 20, 40, 1.2)]
    [InlineData(double.NaN, 20, 40, 0.5)]
    public void An_interval_that_makes_no_sense_is_refused(double low, double best, double high, double confidence) =>
        Should.Throw<ArgumentException>(() => Idea.Standardise(new IntervalJudgement(low, best, high, confidence)));

    [Fact]
    public void Pools_of_two_probabilities_are_as_computed_by_hand()
    {
        Pool.Linear([.1, .3]).ShouldBe(0.2, 1e-15);
        Pool.Logarithmic([.1, .3], [.5, .5]).ShouldBe(1 / (1 + Math.Sqrt(21)), 1e-15);
    }

    [Fact]
    public void A_logarithmic_pool_of_yes_and_no_does_not_exist() =>
        Should.Throw<ArgumentException>(() => Pool.Logarithmic([0, 1]));

    [Fact]
    public void Both_pools_lie_between_the_lowest_and_the_highest()
    {
        var cases = Arb.From(
            from size in Gen.Choose(1, 9)
            from shares in Gen.Choose(0, 1000).ArrayOf(size)
            from weights in Gen.Choose(1, 50).ArrayOf(size)
            select (P: shares.Select(share => 0.0005 + (share / 1001.0)).ToArray(), W: weights.Select(weight => weight / 7.0).ToArray()));

        Prop.ForAll(cases, item => Within(Pool.Linear(item.P, item.W), item.P) && Within(Pool.Logarithmic(item.P, item.W), item.P))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void A_round_is_described_by_median_quartiles_and_share_near_the_median()
    {
        var round = Delphi.Agreement([1, 3, 3, 4, 5]);

        round.ShouldBe(new RoundAgreement(3, 3, 4, 0.6));
        round.InterquartileRange.ShouldBe(1);
    }

    [Fact]
    public void A_wide_round_goes_on_until_it_is_stable()
    {
        var wide = Delphi.Agreement([1, 1, 3, 5, 5]);
        var moved = Delphi.Agreement([1, 1, 4, 5, 5]);

        Delphi.MayStop(null, wide).ShouldBeFalse();
        Delphi.MedianChange(wide, moved).ShouldBe(1 / 3.0, 1e-12);
        Delphi.MayStop(wide, moved).ShouldBeFalse();
        Delphi.MayStop(wide, wide).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, 1d, 2d, 3d, 5d, 5d, 5d, 7d, 8d, 9d)]
    [InlineData(false, 1d, 2d, 4d, 5d, 5d, 5d, 7d, 8d, 9d)]
    [InlineData(false, 1d, 2d, 3d, 5d, 5d, 5d, 6d, 8d, 9d)]
    public void Disagreement_needs_a_third_of_the_panel_at_both_ends(bool expected, params double[] answers) =>
        Delphi.IsDisagreement(answers).ShouldBe(expected);

    private static bool Within(double pooled, double[] all) => pooled >= all.Min() && pooled <= all.Max();
}
