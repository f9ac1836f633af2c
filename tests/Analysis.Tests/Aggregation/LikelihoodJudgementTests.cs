using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Aggregation;

public class LikelihoodJudgementTests
{
    [Theory]
    [InlineData("C", 0.005, 0.0158113883008419, 0.05, "C")]
    [InlineData("C-high", 0.025, 0.0353553390593274, 0.05, "C")]
    [InlineData("A", 0.000005, 0.00005, 0.0005, "A")]
    [InlineData("E", 0.5, 0.707106781186548, 1, "E")]
    public void A_level_alone_is_its_interval_with_the_geometric_middle_as_best(string level, double lower, double best, double upper, string expected)
    {
        var estimate = LikelihoodJudgement.Of(new LevelPoint(level)).On(SmallEdition.Likelihood);
        estimate.Lower.Value.ShouldBe(lower);
        estimate.Best.Value.ShouldBe(best, 1e-15);
        estimate.Upper.Value.ShouldBe(upper);
        estimate.Class.Id.ShouldBe(expected);
    }

    [Fact]
    public void A_return_period_is_read_over_the_horizon_of_its_nature()
    {
        var judgement = LikelihoodJudgement.Of(new ReturnPeriodPoint(new(250)));
        judgement.On(SmallEdition.Likelihood).Best.Value.ShouldBe(1 - Math.Exp(-5.0 / 250), 1e-15);
        judgement.On(SmallEdition.Likelihood, Nature.Malicious).Best.Value.ShouldBe(1 - Math.Exp(-2.0 / 250), 1e-15);
    }

    [Fact]
    public void A_range_of_levels_runs_from_the_lowest_bound_to_the_highest()
    {
        var estimate = new LikelihoodJudgement(new LevelPoint("B"), new ProbabilityPoint(new(0.02)), new LevelPoint("D-low")).On(SmallEdition.Likelihood);
        (estimate.Lower.Value, estimate.Best.Value, estimate.Upper.Value).ShouldBe((0.0005, 0.02, 0.1));
        (estimate.LowerClass.Id, estimate.Class.Id, estimate.UpperClass.Id).ShouldBe(("B", "C", "D"));
    }

    [Fact]
    public void Ends_that_do_not_rise_are_refused() =>
        Should.Throw<MethodInputException>(() => new LikelihoodJudgement(new LevelPoint("D"), new LevelPoint("C"), new LevelPoint("E")).On(SmallEdition.Likelihood))
            .Message.ShouldContain("do not rise");

    [Fact]
    public void A_level_that_is_not_on_the_scale_is_refused() =>
        Should.Throw<MethodInputException>(() => LikelihoodJudgement.Of(new LevelPoint("F")).On(SmallEdition.Likelihood))
            .Message.ShouldContain("'F' is no likelihood");

    [Fact]
    public void A_single_probability_has_no_range() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 1_000_000).Select(n => n / 1e6)), p =>
        {
            var estimate = LikelihoodJudgement.Of(new ProbabilityPoint(new(p))).On(SmallEdition.Likelihood);
            return estimate.Lower == estimate.Upper && estimate.Best.Value == p;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
}
