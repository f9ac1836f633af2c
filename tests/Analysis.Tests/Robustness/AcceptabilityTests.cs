using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Tests.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Tests.Robustness;

public sealed class AcceptabilityTests
{
    private const int Samples = 200_000;

    [Theory]
    [InlineData(SamplingKind.MonteCarlo, 0.005)]
    [InlineData(SamplingKind.QuasiMonteCarlo, 0.002)]
    public void Three_known_alternatives_have_the_ranks_that_geometry_gives(SamplingKind kind, double tolerance)
    {
        // a = (1, 0), b = (0, 1), c = (0.6, 0.6): c is first exactly when the first weight lies between 0.4 and 0.6.
        var result = Acceptability.Run(Known([1, 0], [0, 1], [0.6, 0.6]), new SamplingPlan(Samples, 1, kind));

        Near(result.RankAcceptability, [[0.4, 0.1, 0.5], [0.4, 0.1, 0.5], [0.2, 0.8, 0]], tolerance);
        Near(result.CentralWeights!, [[0.8, 0.2], [0.2, 0.8], [0.5, 0.5]], tolerance);
        result.Confidence.ShouldBe([1, 1, 1]);
        result.Pairwise[2][0].ShouldBe(0.6, tolerance);
        result.Pairwise[0][1].ShouldBe(0.5, tolerance);
        result.MeanValue[0].ShouldBe(0.5, tolerance);
        result.MeanValue[2].ShouldBe(0.6, 1e-6);
        result.RankEntropy[2].ShouldBe(0.7219280948873623, 0.02);
        result.RankAcceptability[2][2].ShouldBe(0);
    }

    [Fact]
    public void The_benefit_risk_case_of_JSMAA_comes_out_within_its_tolerance()
    {
        var result = Acceptability.Run(BenefitRisk.Input(), new SamplingPlan(Samples, 5));

        Near(result.RankAcceptability, BenefitRisk.RankAcceptability, 0.02);
        Near(result.CentralWeights!, BenefitRisk.CentralWeights, 0.02);
        for (var i = 0; i < 4; i++)
        {
            result.Confidence[i]!.Value.ShouldBe(BenefitRisk.Confidence[i], 0.03);
        }
    }

    [Theory]
    [InlineData(100, new[] { 25, 60, 78, 80, 42, 16 }, new[] { .2192, .1611, .1454, .1215, .0703, .0499 })]
    [InlineData(50, new[] { 25, 42, 16, 0, 5, 32 }, new[] { .4007, .1576, .1185, .0723, .0609, .0599 })]
    public void First_ranks_agree_with_a_hundred_million_samples_of_another_program(int alternatives, int[] leaders, double[] first)
    {
        var result = Acceptability.Run(GeneratedScores.Input(alternatives, 12), new SamplingPlan(1_000_000, 11, threads: 2));

        foreach (var (leader, expected) in leaders.Zip(first))
        {
            result.RankAcceptability[leader][0].ShouldBe(expected, 0.002);
            // The expected figures have four decimals.
            result.RankAcceptability[leader][0].ShouldBe(expected, (5 * result.StandardError.RankAcceptability[leader][0]) + 0.00005);
        }
    }

    [Fact]
    public void Ranks_and_means_of_the_generated_case_agree_with_the_other_program()
    {
        var fifty = Acceptability.Run(GeneratedScores.Input(50, 12), new SamplingPlan(1_000_000, 12, threads: 2));
        var hundred = Acceptability.Run(GeneratedScores.Input(100, 12), new SamplingPlan(100_000, 12, threads: 2));

        double[] ranks = [.4007, .1868, .1114, .0797, .0632, .0482];
        fifty.RankAcceptability[25].Take(6).Zip(ranks).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 0.002);
        double[] means = [.75003, .34571, .66023, .18738, .36783];
        hundred.MeanValue.Take(5).Zip(means).Zip(hundred.StandardError.MeanValue).ShouldAllBe(t => Math.Abs(t.First.First - t.First.Second) < (5 * t.Second) + 0.00002);
    }

    [Fact]
    public void Plain_and_quasi_Monte_Carlo_agree_within_their_stated_errors()
    {
        var input = GeneratedScores.Input(20, 6);
        var plain = Acceptability.Run(input, new SamplingPlan(Samples, 3));
        var quasi = Acceptability.Run(input, new SamplingPlan(Samples, 3, SamplingKind.QuasiMonteCarlo));

        for (var i = 0; i < 20; i++)
        {
            for (var r = 0; r < 20; r++)
            {
                var (a, b) = (plain.StandardError.RankAcceptability[i][r], quasi.StandardError.RankAcceptability[i][r]);
                plain.RankAcceptability[i][r].ShouldBe(quasi.RankAcceptability[i][r], (5 * Math.Sqrt((a * a) + (b * b))) + 1e-5);
            }
        }

        quasi.StandardError.Largest.ShouldBeLessThan(plain.StandardError.Largest);
    }

    [Theory]
    [InlineData(SamplingKind.MonteCarlo)]
    [InlineData(SamplingKind.QuasiMonteCarlo)]
    public void The_stated_error_covers_the_truth_as_often_as_it_says(SamplingKind kind)
    {
        // All exact: a is first with probability 0.4, before c too, its mean value is 0.5, its weights when first 0.8 and 0.2.
        var input = Known([1, 0], [0, 1], [0.6, 0.6]);
        var runs = Enumerable.Range(0, 200).Select(seed => Acceptability.Run(input, new SamplingPlan(4000, (ulong)seed, kind))).ToList();

        Hold("first", r => r.RankAcceptability[0][0], r => r.StandardError.RankAcceptability[0][0], 0.4);
        Hold("second", r => r.RankAcceptability[0][1], r => r.StandardError.RankAcceptability[0][1], 0.1);
        Hold("pair", r => r.Pairwise[0][2], r => r.StandardError.Pairwise[0][2], 0.4);
        Hold("mean value", r => r.MeanValue[0], r => r.StandardError.MeanValue[0], 0.5);
        Hold("central weight", r => r.CentralWeights[0]![1], r => r.StandardError.CentralWeights[0]![1], 0.2);

        void Hold(string of, Func<AcceptabilityResult, double> estimate, Func<AcceptabilityResult, double> error, double truth) =>
            StatedErrors.ShouldBeThoseThatOccur([.. runs.Select(r => (estimate(r) - truth, error(r)))], $"{of}, {kind}");
    }

    [Fact]
    public void A_run_until_an_error_stops_when_it_is_reached()
    {
        var (result, plan) = Acceptability.RunUntil(GeneratedScores.Input(10, 4), 0.001, new SamplingPlan(10_000_000, 1));

        result.StandardError.Largest.ShouldBeLessThanOrEqualTo(0.001);
        plan.Samples.ShouldBeInRange(100_000, 300_000);
        result.Samples.ShouldBe(plan.Samples);
    }

    [Theory]
    [InlineData(SamplingKind.MonteCarlo)]
    [InlineData(SamplingKind.QuasiMonteCarlo)]
    public void A_run_until_an_error_is_one_run_of_as_many_samples_and_tells_how_far_it_is(SamplingKind kind)
    {
        var (input, seen) = (GeneratedScores.Input(6, 3), new List<double>());

        var (result, plan) = Acceptability.RunUntil(input, 0.001, new SamplingPlan(75_000, 1, kind), new Recorder(seen));

        var once = Acceptability.Run(input, plan);
        result.RankAcceptability.ShouldBe(once.RankAcceptability);
        result.StandardError.RankAcceptability.ShouldBe(once.StandardError.RankAcceptability);
        result.CentralWeights.ShouldBe(once.CentralWeights);
        seen.ShouldBe(seen.Order());
        seen[^1].ShouldBe(1);
    }

    [Fact]
    public void A_run_that_cannot_reach_the_error_says_what_it_reached()
    {
        var (result, plan) = Acceptability.RunUntil(GeneratedScores.Input(10, 4), 1e-9, new SamplingPlan(40_000, 1));

        plan.Samples.ShouldBe(40_000);
        result.StandardError.Largest.ShouldBeGreaterThan(1e-4);
    }

    [Fact]
    public void Progress_rises_to_one_and_a_run_can_be_cancelled()
    {
        var seen = new List<double>();
        var progress = new Recorder(seen);
        Acceptability.Run(GeneratedScores.Input(5, 3), new SamplingPlan(100_000, 1), progress);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        seen[^1].ShouldBe(1);
        Should.Throw<OperationCanceledException>(() => Acceptability.Run(GeneratedScores.Input(5, 3), new SamplingPlan(100_000, 1), null, cancel.Token));
    }

    private static AcceptabilityInput Known(params double[][] scores) =>
        new(scores.Length, [.. scores.SelectMany(row => row).Select(s => new Fixed(s))], new UniformWeights(scores[0].Length));

    private static void Near(double[][] found, double[][] expected, double tolerance)
    {
        foreach (var (f, e) in found.SelectMany(r => r).Zip(expected.SelectMany(r => r)))
        {
            f.ShouldBe(e, tolerance);
        }
    }

    private sealed class Recorder(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
