using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Analysis.Tests.Elicitation;

public sealed class CalibrationTests
{
    private static readonly double[] three = [.05, .45, .45, .05];

    [Theory]
    [InlineData(0.82830817, 1e-8, 1, 4, 4, 1)]
    [InlineData(0.55045545, 1e-8, 0, 5, 5, 0)]
    [InlineData(0.00045586048, 1e-11, 5, 2, 2, 1)]
    [InlineData(0.31351842, 1e-8, 2, 3, 4, 1)]
    [InlineData(6.13e-13, 1e-15, 0, 0, 0, 10)]
    public void Ten_questions_score_as_computed_by_hand(double expected, double tolerance, params int[] counts) =>
        Calibration.Score(counts, three, 10).ShouldBe(expected, tolerance);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(60)]
    public void The_tail_agrees_with_the_closed_form_for_five_bins(int questions)
    {
        double[] probabilities = [.05, .2, .5, .2, .05];
        var half = questions * Math.Log(20);
        var exact = Math.Exp(-half) * (1 + half);

        (Calibration.Score([questions, 0, 0, 0, 0], probabilities, questions) / exact).ShouldBe(1, 1e-11);
    }

    [Fact]
    public void Shares_equal_to_the_probabilities_score_one() =>
        Calibration.Score([1, 9, 9, 1], three, 20).ShouldBe(1, 1e-9);

    [Fact]
    public void A_lower_power_brings_the_score_nearer_to_one() =>
        Calibration.Score([5, 2, 2, 1], three, 10, 0.5).ShouldBeGreaterThan(Calibration.Score([5, 2, 2, 1], three, 10));

    [Fact]
    public void No_realisations_give_no_score() => Calibration.Score([0, 0, 0, 0], three, 0).ShouldBe(double.NaN);

    [Fact]
    public void The_uniform_answer_carries_no_information() =>
        Information.Score([5, 50, 95], three, 0, 100).ShouldBe(0, 1e-12);

    [Fact]
    public void Halving_all_widths_about_the_median_adds_the_expected_information() =>
        Information.Score([27.5, 50, 72.5], three, 0, 100).ShouldBe((0.9 * Math.Log(2)) + (0.1 * Math.Log(5 / 27.5)), 1e-12);
}
