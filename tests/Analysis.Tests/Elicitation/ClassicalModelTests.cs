using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Analysis.Tests.Elicitation;

public sealed class ClassicalModelTests
{
    [Theory]
    [InlineData(10, 10, 0.682816224924, 0.817506960389, 0.558207016542, -5.15664, 0.87048, 5.70847)]
    [InlineData(100, 50, 0.939931722223, 0.682095150248, 0.641122869292, -16.4376, -9.47056, -0.2433)]
    public void A_synthetic_panel_gives_what_an_independent_program_found(
        int experts, int seeds, double calibration, double information, double combined, params double[] target)
    {
        var result = ClassicalModel.Solve(SyntheticPanel.Of(experts, seeds, 20260102));

        result.DecisionMaker.Calibration.ShouldBe(calibration, 1e-9);
        result.DecisionMaker.InformationSeed.ShouldBe(information, 1e-9);
        result.DecisionMaker.Combined.ShouldBe(combined, 1e-9);
        result.Questions[seeds].Quantiles.ShouldBe(target, 1e-5);
    }

    [Fact]
    public void The_optimised_cut_off_is_the_best_of_all_cut_offs_computed_one_by_one()
    {
        var panel = SyntheticPanel.Of(20, 15, 7);
        var optimised = ClassicalModel.Solve(panel);

        var alone = optimised.Experts
            .Select(expert => ClassicalModel.Solve(panel, new ClassicalModelOptions { Cutoff = expert.Score.Calibration }))
            .MaxBy(result => result.DecisionMaker.Combined)!;

        optimised.DecisionMaker.ShouldBe(alone.DecisionMaker);
        optimised.Cutoff.ShouldBe(alone.Cutoff);
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(30, 1)]
    public void Experts_with_the_same_counts_in_other_bins_pass_the_cut_off_together(double first, double second)
    {
        // Eight realisations of 0: bins 2, 1, 4, 1 for the first expert and 1, 1, 4, 2 for the second, one far more precise.
        var one = Answers([2, 1, 4, 1], first);
        var other = Answers([1, 1, 4, 2], second);
        var panel = new Panel(
            [.05, .5, .95],
            ["a", "b"],
            [.. Enumerable.Range(0, 8).Select(i => new Question($"{i}", 0))],
            [.. one.Zip(other, (a, b) => a.Concat(b)).SelectMany(pair => pair)]);

        var result = ClassicalModel.Solve(panel);

        result.Experts.Select(expert => string.Join(' ', expert.Counts)).ShouldBe(["2 1 4 1", "1 1 4 2"]);
        result.Experts.ShouldAllBe(expert => expert.NormalisedWeight > 0);
        var highest = result.Experts.Max(expert => expert.Score.Calibration);
        ClassicalModel.Solve(panel, new ClassicalModelOptions { Cutoff = highest }).Experts.ShouldAllBe(expert => expert.NormalisedWeight > 0);

        static IEnumerable<double[]> Answers(int[] counts, double width)
        {
            double[][] bins = [[1, 2, 3], [-1, 1, 2], [-2, -1, 1], [-3, -2, -1]];
            return counts.SelectMany((count, bin) => Enumerable.Repeat(bins[bin].Select(value => value * width).ToArray(), count));
        }
    }

    [Fact]
    public void An_answer_on_a_logarithmic_scale_comes_back_as_it_was_given()
    {
        var panel = new Panel([.05, .5, .95], ["a"], [new Question("x", 120, QuestionScale.Logarithmic)], [20, 200, 3000]);

        ClassicalModel.Solve(panel).Questions[0].Quantiles.ShouldBe([20, 200, 3000]);
    }

    [Fact]
    public void A_logarithmic_question_scores_like_the_logarithms_on_a_uniform_scale()
    {
        double[] answers = [10, 100, 1000, 2, 50, 600, 100, 300, 5000, 30, 400, 90000];
        var logarithmic = new Panel([.05, .5, .95], ["a", "b"], [new Question("x", 120, QuestionScale.Logarithmic), new Question("y", null, QuestionScale.Logarithmic)], answers);
        var uniform = new Panel([.05, .5, .95], ["a", "b"], [new Question("x", Math.Log(120)), new Question("y")], answers.Select(answer => Math.Log(answer)).ToArray());
        var equal = new ClassicalModelOptions { Rule = WeightRule.Equal };

        var (one, other) = (ClassicalModel.Solve(logarithmic, equal), ClassicalModel.Solve(uniform, equal));

        one.DecisionMaker.ShouldBe(other.DecisionMaker);
        one.Questions[1].Quantiles.ShouldBe(other.Questions[1].Quantiles.Select(quantile => Math.Exp(quantile)), 1e-9);
        one.Questions[1].Upper.ShouldBe(Math.Exp(other.Questions[1].Upper), 1e-6);
    }

    [Fact]
    public void A_missing_answer_leaves_the_others_their_shares_on_that_question()
    {
        double[] answers =
        [
            1, 2, 3, 0, 2, 5, 2, 4, 6,
            1, 2, 3, double.NaN, double.NaN, double.NaN, 2, 4, 6,
        ];
        var panel = new Panel([.05, .5, .95], ["a", "b", "c"], [new Question("seed", 2), new Question("target")], answers);

        var result = ClassicalModel.Solve(panel, new ClassicalModelOptions { Rule = WeightRule.User, UserWeights = [1, 2, 3] });

        result.Questions[0].Weights.ShouldBe([1 / 6.0, 2 / 6.0, 3 / 6.0], 1e-12);
        result.Questions[1].Weights.ShouldBe([0.25, 0, 0.75], 1e-12);
        result.Questions[1].Answers.ShouldBe(2);
    }

    [Fact]
    public void All_calibrations_are_compared_on_the_smallest_number_of_seeds_answered()
    {
        var nothing = double.NaN;
        double[] answers = [1, 2, 3, 1, 2, 3, 4, 5, 6, nothing, nothing, nothing];
        var panel = new Panel([.05, .5, .95], ["a", "b"], [new Question("one", 2.5), new Question("two", 7)], answers);

        var result = ClassicalModel.Solve(panel, new ClassicalModelOptions { Cutoff = 0 });

        result.SeedCount.ShouldBe(1);
        result.Experts[0].SeedAnswers.ShouldBe(2);
        result.Experts[0].Score.Calibration.ShouldBe(Calibration.Score([0, 0, 1, 1], [.05, .45, .45, .05], 1), 1e-12);
    }

    [Fact]
    public void An_expert_without_seed_answers_gets_no_weight()
    {
        var nothing = double.NaN;
        double[] answers = [1, 2, 3, nothing, nothing, nothing, 4, 5, 6, 4, 6, 9];
        var panel = new Panel([.05, .5, .95], ["a", "b"], [new Question("seed", 2.5), new Question("target")], answers);

        var result = ClassicalModel.Solve(panel);

        result.Experts[1].Score.Calibration.ShouldBe(double.NaN);
        result.Experts[1].NormalisedWeight.ShouldBe(0);
        result.Questions[1].Quantiles.ShouldBe([4, 5, 6]);
    }

    [Fact]
    public void Answers_that_lie_extremely_close_together_stay_apart()
    {
        var panel = new Panel([.05, .5, .95], ["a", "b"], [new Question("x")], [1e-12, 5e-12, 1e-11, 0, 10, 20]);

        var result = ClassicalModel.Solve(panel, new ClassicalModelOptions { Rule = WeightRule.User, UserWeights = [1, 0] });

        result.Questions[0].Quantiles.ShouldBe([1e-12, 5e-12, 1e-11]);
    }

    [Fact]
    public void A_median_that_two_experts_share_is_the_median_of_their_pool()
    {
        var weights = Enumerable.Range(1, 40).Select(i => (i / 7.0, i / 11.0));

        foreach (var (one, other) in weights)
        {
            var panel = new Panel([.05, .5, .95], ["a", "b", "c"], [new Question("x", 7)], [1, 7, 10, 5, 7, 30, 6, 7, 9]);
            var result = ClassicalModel.Solve(panel, new ClassicalModelOptions { Rule = WeightRule.User, UserWeights = [one, other, 0.1] });
            result.Questions[0].Quantiles[1].ShouldBe(7);
        }
    }

    [Fact]
    public void When_every_truth_lies_far_outside_everyones_range_nobody_gets_weight()
    {
        var questions = Enumerable.Range(0, 600).Select(i => new Question($"{i}", 100));
        var panel = new Panel([.05, .5, .95], ["only"], [.. questions], [.. Enumerable.Repeat(new[] { 1.0, 2, 3 }, 600).SelectMany(answer => answer)]);

        Should.Throw<ElicitationRefusedException>(() => ClassicalModel.Solve(panel)).Message.ShouldContain("zero for every expert");
    }

    [Fact]
    public void A_single_expert_is_the_decision_maker()
    {
        var panel = new Panel([.05, .5, .95], ["only"], [new Question("seed", 2.5), new Question("target")], [1, 2, 3, 4, 5, 6.5]);

        var result = ClassicalModel.Solve(panel);

        result.DecisionMaker.ShouldBe(result.Experts[0].Score);
        result.Questions[1].Quantiles.ShouldBe([4, 5, 6.5]);
    }

    [Fact]
    public void Without_seed_questions_only_equal_and_user_weights_work()
    {
        var panel = new Panel([.05, .5, .95], ["a", "b"], [new Question("target")], [1, 2, 3, 2, 3, 4]);

        Should.Throw<ElicitationRefusedException>(() => ClassicalModel.Solve(panel)).Message.ShouldContain("equal");
        var result = ClassicalModel.Solve(panel, new ClassicalModelOptions { Rule = WeightRule.Equal });
        result.DecisionMaker.Calibration.ShouldBe(double.NaN);
        result.Questions[0].Quantiles[1].ShouldBe(2.5, 1e-12);
    }

    [Fact]
    public void A_cut_off_nobody_reaches_is_refused_with_the_highest_calibration() =>
        Should.Throw<ElicitationRefusedException>(() => ClassicalModel.Solve(Tobacco.Panel(), new ClassicalModelOptions { Cutoff = 0.9 }))
            .Message.ShouldContain("0.687587");

    [Theory]
    [InlineData(2, 1, 3)]
    [InlineData(1, 1, 3)]
    [InlineData(1, double.PositiveInfinity, 3)]
    [InlineData(1, double.NaN, 3)]
    public void Quantiles_that_do_not_rise_or_are_not_finite_are_refused(double low, double middle, double high) =>
        Should.Throw<ArgumentException>(() => new Panel([.05, .5, .95], ["a"], [new Question("q")], [low, middle, high]));

    [Fact]
    public void A_cut_off_with_equal_weights_is_refused() =>
        Should.Throw<ArgumentException>(() => ClassicalModel.Solve(Tobacco.Panel(), new ClassicalModelOptions { Rule = WeightRule.Equal, Cutoff = 0.1 }));

    [Fact]
    public void Leaving_out_too_much_is_refused_before_it_starts() =>
        Should.Throw<ArgumentOutOfRangeException>(() => LeaveOut.SeedQuestions(SyntheticPanel.Of(3, 50, 1), most: 6)).Message.ShouldContain("fewer");

    [Fact]
    public void Leaving_out_can_be_cancelled() =>
        Should.Throw<OperationCanceledException>(() => LeaveOut.Experts(Tobacco.Panel(), cancellation: new CancellationToken(true)));
}
