using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Scales;

/// <summary>Values reproduced from the published program of the Belgian National Risk Assessment (NCCN-CIPRA/cipra-bnra at 01be75b).</summary>
public class BelgianScaleTests
{
    [Theory]
    [InlineData(1.5, 3000)]
    [InlineData(2.5, 300)]
    [InlineData(3.5, 30)]
    [InlineData(4.5, 3)]
    public void The_five_point_scale_gives_the_return_period(double s, double years) =>
        BelgianScale.P5(s).Years.ShouldBe(years, years * 1e-12);

    [Theory]
    [InlineData(1.5, 5166.75)]
    [InlineData(2.5, 518.01)]
    [InlineData(3.5, 51.935)]
    [InlineData(4.5, 5.2070)]
    [InlineData(5.5, 0.52205)]
    [InlineData(6.5, 0.052340)]
    public void The_seven_point_scale_gives_the_return_period(double s, double years) =>
        BelgianScale.P7(s).Years.ShouldBe(years, years * 1e-5);

    [Theory]
    [InlineData(1, 0.032320894)]
    [InlineData(12, 0.0027341511)]
    [InlineData(1000, 3.2854209e-5)]
    public void A_return_period_gives_the_probability_of_a_day(double months, double daily) =>
        BelgianScale.Daily(new ReturnPeriod(months / 12)).Value.ShouldBe(daily, daily * 2e-8);

    [Theory]
    [InlineData(1.5, 3.686e6)]
    [InlineData(2.5, 2.514e7)]
    [InlineData(3.5, 1.715e8)]
    [InlineData(4.5, 1.170e9)]
    [InlineData(5.5, 7.978e9)]
    [InlineData(6.5, 5.442e10)]
    public void The_seven_point_scale_gives_the_impact_in_euros(double s, double euros) =>
        BelgianScale.Impact7(s).ShouldBe(euros, euros * 3e-4);

    [Fact]
    public void The_published_jump_at_a_half_is_kept()
    {
        BelgianScale.Impact7(0.5).ShouldBe(500_000);
        BelgianScale.Impact7(0.5 + 1e-12).ShouldBe(540_365, 1);
    }

    [Fact]
    public void Several_indicators_together_weigh_as_many_times_more() =>
        BelgianScale.Impact7(3, 4).ShouldBe(4 * BelgianScale.Impact7(3));

    [Theory]
    [InlineData(0.25, 2.5e6)]
    [InlineData(1, 1.6e7)]
    [InlineData(3, 1.6e9)]
    public void Direct_impact_on_the_five_point_scale(double s, double euros) =>
        BelgianScale.DirectImpact5(s).ShouldBe(euros, euros * 1e-12);

    [Theory]
    [InlineData(0.5, 4e8)]
    [InlineData(1, 8e8)]
    [InlineData(3, 2e10)]
    public void Total_impact_on_the_five_point_scale(double s, double euros) =>
        BelgianScale.TotalImpact5(s).ShouldBe(euros, euros * 1e-12);

    [Theory]
    [InlineData(0, 0.0005)]
    [InlineData(0.5, 0.001)]
    [InlineData(1, 0.0055)]
    [InlineData(4.5, 0.9)]
    [InlineData(5.5, 1)]
    public void A_conditional_probability_runs_straight_between_its_bounds(double s, double p) =>
        BelgianScale.Cp5(s).Value.ShouldBe(p, 1e-12);

    [Theory]
    [InlineData(1, 0.05005)]
    [InlineData(7.5, 1)]
    public void Motivation_on_seven_points(double s, double p)
    {
        BelgianScale.M7(s).Value.ShouldBe(p, 1e-12);
        BelgianScale.Cp7(s).Value.ShouldBe(p, 1e-12);
    }

    [Theory]
    [InlineData(0.5, 0.01)]
    [InlineData(2, 0.7)]
    [InlineData(3.5, 1)]
    public void Motivation_on_three_points(double s, double p) => BelgianScale.M3(s).Value.ShouldBe(p, 1e-12);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(5.6)]
    [InlineData(double.NaN)]
    public void A_value_outside_the_scale_is_refused(double s) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BelgianScale.P5(s));
}
