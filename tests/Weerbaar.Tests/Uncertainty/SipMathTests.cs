using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Uncertainty;

public sealed class SipMathTests
{
    private static readonly DateOnly today = new(2026, 11, 22);

    [Fact]
    public void A_reader_of_the_published_form_draws_the_quantiles_and_the_order_of_the_run()
    {
        var run = RoundUncertainty.Compute(JudgedRound.Drawn(3), new RunOptions { Samples = 10_000, Seed = 2, Weights = "uniform" });

        var library = SipLibrary.Read(SipMath.Write(run, id => $"Title of {id}", today, default));

        var drawn = library.Draw(20_000);
        var scale = run.Scenarios.Max(s => s.Impact.Q95) - run.Scenarios.Min(s => s.Impact.Q05);
        for (var i = 0; i < run.Scenarios.Count; i++)
        {
            library.Sips[i].Name.ShouldBe(run.Scenarios[i].Id);
            library.Sips[i].Metadata.Text("title").ShouldBe($"Title of {run.Scenarios[i].Id}");
            library.Sips[i].Quantile(0.5).ShouldBe(run.Scenarios[i].Impact.Q50, 0.06 * scale);
            library.Sips[i].Quantile(0.95).ShouldBe(run.Scenarios[i].Impact.Q95, 0.08 * scale);
            drawn[i].Average().ShouldBe(run.Scenarios[i].MeanImpact, 0.02 * scale);
            for (var j = 0; j < i; j++)
            {
                (drawn[i].Zip(drawn[j]).Count(pair => pair.First > pair.Second) / 20_000.0).ShouldBe(run.Ranks.Pairwise[i][j], 0.06);
            }
        }
    }

    [Fact]
    public void A_certain_impact_is_a_metalog_of_one_value()
    {
        var certain = ("CXCCDCBCCC", "CXCCDCBCCC", "CXCCDCBCCC");
        var run = RoundUncertainty.Compute(JudgedRound.Model(JudgedRound.Yaml(["s1"], [certain])), new RunOptions { Samples = 1000 });

        var sip = SipLibrary.Read(SipMath.Write(run, id => id, today, default)).Sips.Single();

        sip.Quantile(0.01).ShouldBe(run.Scenarios[0].Impact.Q50, 1e-4);
        sip.Quantile(0.99).ShouldBe(run.Scenarios[0].Impact.Q50, 1e-4);
        sip.Metadata.GetProperty("density").GetArrayLength().ShouldBe(0);
    }
}
