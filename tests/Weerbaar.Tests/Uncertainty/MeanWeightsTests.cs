using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Uncertainty;

/// <summary>In nl-2009 the criteria 3.1 and 4.1 are alone in one of the five interests.</summary>
public sealed class MeanWeightsTests
{
    private static readonly string[] ids = ["a", "b", "c"];

    [Theory]
    [InlineData("mc")]
    [InlineData("qmc")]
    public void The_mean_weights_are_those_that_were_drawn(string sampling)
    {
        var mean = Run("interests", sampling).MeanWeights();

        mean.Sum().ShouldBe(1, 1e-5);
        Of(mean, "3.1").ShouldBe(0.2, 1e-6);
        Of(mean, "4.1").ShouldBe(0.2, 1e-6);
        Of(mean, "1.1").ShouldBe(0.1, 0.002);
        Of(mean, "5.2").ShouldBe(0.2 / 3, 0.002);
    }

    [Fact]
    public void The_mean_weights_are_those_that_were_drawn_when_scenarios_are_always_equal()
    {
        var same = JudgedRound.Letters[0] with { Lower = JudgedRound.Letters[0].Best, Upper = JudgedRound.Letters[0].Best };

        var result = RoundUncertainty.Compute(JudgedRound.Model(JudgedRound.Yaml(ids, [same, same, same]), "interests"), new RunOptions { Samples = 50_000 });

        result.Ranks.RankAcceptability.ShouldAllBe(row => Math.Abs(row[0] - (1.0 / 3)) < 0.01);
        result.MeanWeights().Sum().ShouldBe(1, 1e-5);
        Of(result.MeanWeights(), "3.1").ShouldBe(0.2, 1e-6);
    }

    [Fact]
    public void A_criterion_alone_in_its_interest_never_weighs_more_than_on_average()
    {
        var result = Run("interests");

        foreach (var scenario in Enumerable.Range(0, ids.Length).Where(i => result.Ranks.CentralWeights[i] is not null))
        {
            Of(result.AgainstMean(scenario), "3.1").ShouldBe(1, 1e-5);
            Of(result.AgainstMean(scenario), "4.1").ShouldBe(1, 1e-5);
        }
    }

    [Fact]
    public void A_criterion_without_weight_is_neither_heavier_nor_lighter()
    {
        var result = Run("mix:1*fixed:0,1,1,1,1,1,1,1,1,1;1*fixed:0,1,1,1,1,1,1,1,1,2");

        Of(result.MeanWeights(), "1.1").ShouldBe(0);
        Of(result.AgainstMean(Enumerable.Range(0, ids.Length).MaxBy(i => result.Ranks.RankAcceptability[i][0])), "1.1").ShouldBe(1);
    }

    [Fact]
    public void The_words_of_a_central_weight_speak_of_an_average_and_not_of_a_condition()
    {
        foreach (var text in new[] { "uncertainty.central.any", "uncertainty.central.heavy" }.Select(key => Texts.All[key]))
        {
            text.Nl.ShouldContain("emiddeld");
            text.En.ShouldContain("n average");
            text.Nl.ShouldNotContain("hoeft");
            text.En.ShouldNotContain("has to");
        }
    }

    private static RoundUncertainty Run(string weights, string sampling = "mc") =>
        RoundUncertainty.Compute(JudgedRound.Model(JudgedRound.Yaml(ids), weights), new RunOptions { Samples = 50_000, Sampling = sampling });

    private static double Of(IReadOnlyList<double> weights, string criterion) => weights[JudgedRound.Criteria.IndexOf(criterion)];
}
