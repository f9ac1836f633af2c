using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Analysis.Tests.Elicitation;

/// <summary>Reference values: the "tobacco" case as computed by Anduryl 1.2.2 (TNO and HKV) and printed in its example notebook.</summary>
public sealed class TobaccoTests
{
    private static readonly Panel panel = Tobacco.Panel();

    [Theory]
    [InlineData(0, 0.036981945537, 0.929125205133, 0.821254763466, 0.02344, "1 3 2 1 0 3")]
    [InlineData(1, 0.171575245310, 1.002678783313, 0.705989991954, 0.11735, "1 0 3 3 1 2")]
    [InlineData(2, 0.001053137380, 0.996866502770, 0.669885478024, 0.00072, "0 2 0 4 0 4")]
    [InlineData(3, 0.023658026695, 0.818449266210, 0.697620829010, 0.01321, "1 0 5 2 0 2")]
    [InlineData(4, 0.439945635802, 0.896438838726, 1.165806660978, 0.26902, "2 1 1 3 2 1")]
    [InlineData(5, 0.077960043253, 1.468409038076, 1.078724962321, 0.07809, "0 1 1 4 1 3")]
    [InlineData(6, 0.687586865690, 1.062177067419, 0.943490756633, 0.49818, "0 2 3 1 3 1")]
    public void Every_expert_scores_as_published(int expert, double calibration, double seed, double all, double share, string counts)
    {
        var result = ClassicalModel.Solve(panel, new ClassicalModelOptions { Cutoff = 0 }).Experts[expert];

        result.Score.Calibration.ShouldBe(calibration, 1e-10);
        result.Score.InformationSeed.ShouldBe(seed, 1e-10);
        result.Score.InformationAll.ShouldBe(all, 1e-10);
        result.Weight.ShouldBe(calibration * seed, 1e-10);
        result.NormalisedWeight.ShouldBe(share, 5e-6);
        string.Join(' ', result.Counts).ShouldBe(counts);
    }

    [Fact]
    public void The_optimised_cut_off_leaves_expert_seven_as_decision_maker()
    {
        var result = ClassicalModel.Solve(panel);

        result.Cutoff!.Value.ShouldBe(0.687586865690, 1e-10);
        result.Experts.Select(expert => expert.NormalisedWeight).ShouldBe([0, 0, 0, 0, 0, 0, 1]);
        result.DecisionMaker.Combined.ShouldBe(0.730339000595, 1e-10);
        result.Questions[20].Quantiles.ShouldBe([11, 13.5, 15.5, 18.5, 21]);
    }

    [Theory]
    [InlineData(WeightRule.Global, 0.0, 0.663905907814, 0.527674254420, 0.463348427605, 0.350326054911)]
    [InlineData(WeightRule.Global, 0.03, 0.663905907814, 0.534153958198, 0.472399152654, 0.354627968530)]
    [InlineData(WeightRule.Item, 0.0, 0.498797917422, 0.790443745470, 0.668080578490, 0.394271694079)]
    [InlineData(WeightRule.Item, null, 0.687586865690, 1.062177067419, 0.943490756633, 0.730339000595)]
    [InlineData(WeightRule.User, null, 0.459728773984, 0.459663156860, 0.329472400792, 0.211320379548)]
    [InlineData(WeightRule.Equal, null, 0.200172883543, 0.451390685292, 0.316051691214, 0.090356175079)]
    public void The_decision_maker_scores_as_published(WeightRule rule, double? cutoff, double calibration, double seed, double all, double combined)
    {
        var score = ClassicalModel.Solve(panel, Options(rule, cutoff)).DecisionMaker;

        score.Calibration.ShouldBe(calibration, 1e-10);
        score.InformationSeed.ShouldBe(seed, 1e-10);
        score.InformationAll.ShouldBe(all, 1e-10);
        score.Combined.ShouldBe(combined, 1e-10);
    }

    [Theory]
    [InlineData(WeightRule.Global, 0.0, 8.338779420112697, 11.169912943588505, 14.980070874229849, 18.824296322580164, 30.784940419216873)]
    [InlineData(WeightRule.Item, 0.0, 8.147298134478197, 9.972043863724474, 12.02833475184723, 17.290005433002335, 28.567331836831034)]
    [InlineData(WeightRule.User, null, 9.44781971861173, 15.856015107892903, 25.69588671170912, 33.05118378966994, 38.28557895065258)]
    [InlineData(WeightRule.Equal, null, 8.809483816108905, 14.094353765609053, 19.247526116601307, 28.445435232899307, 38.139748196692615)]
    public void A_mixed_decision_maker_has_the_published_quantiles(WeightRule rule, double? cutoff, params double[] quantiles) =>
        ClassicalModel.Solve(panel, Options(rule, cutoff)).Questions[20].Quantiles.ShouldBe(quantiles, 1e-9);

    [Fact]
    public void Leaving_out_one_seed_question_gives_the_published_scores()
    {
        double[][] expected =
        [
            [0.668081, 0.790444, 0.498798],
            [0.600844, 0.602206, 0.835447],
            [0.590905, 0.759964, 0.206415],
            [0.622340, 0.808927, 0.511202],
            [0.649231, 0.812677, 0.835447],
            [0.680481, 0.758015, 0.835447],
            [0.630291, 0.784307, 0.677744],
            [0.612523, 0.787210, 0.511202],
            [0.740232, 0.878367, 0.378462],
            [0.624910, 0.811371, 0.291873],
            [0.748675, 0.869688, 0.259097],
        ];

        var runs = LeaveOut.SeedQuestions(panel, Options(WeightRule.Item, 0));

        runs.Count.ShouldBe(11);
        for (var i = 0; i < runs.Count; i++)
        {
            runs[i].Excluded.ShouldBe(i == 0 ? [] : [i - 1]);
            var score = runs[i].Score!.Value;
            new[] { score.InformationAll, score.InformationSeed, score.Calibration }.ShouldBe(expected[i], 1e-6);
        }
    }

    [Fact]
    public void Leaving_out_up_to_three_of_ten_questions_takes_every_set_once()
    {
        var runs = LeaveOut.SeedQuestions(panel, most: 3);

        runs.Count.ShouldBe(1 + 10 + 45 + 120);
        runs.Select(run => string.Join(',', run.Excluded)).Distinct().Count().ShouldBe(176);
    }

    [Fact]
    public void Leaving_out_an_expert_equals_the_panel_without_that_expert()
    {
        var runs = LeaveOut.Experts(panel);

        runs.Count.ShouldBe(8);
        for (var expert = 0; expert < 7; expert++)
        {
            runs[expert + 1].Score.ShouldBe(ClassicalModel.Solve(panel.Without([expert])).DecisionMaker);
        }
    }

    private static ClassicalModelOptions Options(WeightRule rule, double? cutoff) => new()
    {
        Rule = rule,
        Cutoff = cutoff,
        UserWeights = rule == WeightRule.User ? [1.5, .2, .3, .4, .3, .4, .5] : [],
    };
}
