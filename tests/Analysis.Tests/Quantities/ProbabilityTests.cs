using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Tests.Quantities;

public class ProbabilityTests
{
    private static readonly Arbitrary<double> probabilities =
        Arb.From(Gen.Choose(1, 999_999).Select(n => n / 1_000_000.0));

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_probability_outside_0_to_1_is_refused(double value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Probability(value));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_return_period_that_is_not_finite_and_above_0_is_refused(double years) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ReturnPeriod(years));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Certain_and_impossible_have_no_return_period(double value) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Probability(value).ReturnPeriod(5));

    // Poisson: annual p = 1 − (1 − P)^(1/5), T = −5 / ln(1 − P); the figures are printed to the digits given.
    [Theory]
    [InlineData(0.0005, 0.000100020, 9997.50)]
    [InlineData(0.001, 0.000200080, 4997.50)]
    [InlineData(0.0025, 0.000500501, 1997.50)]
    [InlineData(0.005, 0.001002006, 997.498)]
    [InlineData(0.01, 0.002008048, 497.496)]
    [InlineData(0.025, 0.005050763, 197.489)]
    [InlineData(0.05, 0.010206218, 97.4786)]
    [InlineData(0.10, 0.020851638, 47.4561)]
    [InlineData(0.25, 0.055912489, 17.3803)]
    [InlineData(0.50, 0.129449437, 7.21348)]
    public void The_probability_over_five_years_gives_the_yearly_probability_and_the_return_period(double p5, double annual, double years)
    {
        new Probability(p5).PerYear(5).Value.ShouldBe(annual, 5.1e-10);
        new Probability(p5).PerYear(5).Value.ShouldBe(1 - Math.Pow(1 - p5, 0.2), 1e-15);
        new Probability(p5).ReturnPeriod(5).Years.ShouldBe(years, years * 3e-6);
        new Probability(p5).ReturnPeriod(5).Years.ShouldBe(-5 / Math.Log(1 - p5), years * 1e-12);
    }

    [Fact]
    public void Changing_the_horizon_and_back_gives_the_same_probability() =>
        Prop.ForAll(probabilities, p => Math.Abs(new Probability(p).Over(5, 2).Over(2, 5).Value - p) <= 1e-12)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void The_return_period_of_a_probability_gives_that_probability_back() =>
        Prop.ForAll(probabilities, p => Math.Abs(new Probability(p).ReturnPeriod(5).Within(5).Value - p) <= 1e-14)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_longer_period_is_never_less_likely() =>
        Prop.ForAll(probabilities, p => new Probability(p).Over(5, 6) >= new Probability(p))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_tiny_probability_keeps_its_digits() =>
        new Probability(5e-15).PerYear(5).Value.ShouldBe(1e-15, 1e-29);

    [Fact]
    public void The_middle_of_two_probabilities_is_their_geometric_mean() =>
        Probability.MiddleOf(new(0.005), new(0.05)).Value.ShouldBe(0.0158113883008419, 1e-15);

    [Fact]
    public void What_is_certain_within_a_horizon_is_certain_in_a_year_too() => new Probability(1).PerYear(5).Value.ShouldBe(1);
}
