using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Tests.Robustness;

public sealed class AcceptabilityLawTests
{
    private const int N = 12;
    private const int M = 5;

    public static TheoryData<string> Kinds => ["plain", "even", "ranked", "bounded", "interests", "mixed", "discrete", "pert"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_and_columns_sum_to_one_and_wins_are_each_others_complement(string kind)
    {
        var result = Acceptability.Run(Input(kind), Plan(kind, 20_001));

        for (var i = 0; i < N; i++)
        {
            result.RankAcceptability[i].Sum().ShouldBe(1, 1e-12);
            result.RankAcceptability.Sum(row => row[i]).ShouldBe(1, 1e-12);
            result.Pairwise[i].Index().ShouldAllBe(p => Math.Abs(p.Item + result.Pairwise[p.Index][i] - 1) < 1e-12);
            result.CentralWeights[i]?.Sum().ShouldBe(1, 1e-5);
            // An alternative beats, on average, as many as its mean rank leaves behind it.
            (result.Pairwise[i].Sum() - 0.5).ShouldBe(result.RankAcceptability[i].Select((p, r) => p * (N - 1 - r)).Sum(), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Threads_and_parts_do_not_change_a_single_bit(string kind)
    {
        var (input, plan) = (Input(kind), Plan(kind, 100_003));
        var whole = Acceptability.Run(input, plan);

        var threaded = Acceptability.Run(input, plan with { Threads = 16 });
        var parts = Acceptability.Count(input, plan, 7, 7);
        for (var part = 6; part >= 1; part--)
        {
            parts.Add(Acceptability.Count(input, plan with { Threads = part % 3 + 1 }, part, 7));
        }

        ShouldBeTheSame(threaded, whole);
        ShouldBeTheSame(Acceptability.Conclude(input, plan, parts), whole);
    }

    [Fact]
    public void Another_order_of_alternatives_gives_the_same_figures_in_that_order()
    {
        var scores = GeneratedScores.Scores(N, M).Chunk(M).ToArray();
        var order = new[] { 3, 1, 4, 0, 5, 9, 2, 6, 8, 7, 11, 10 };
        var plain = Run([.. scores.SelectMany(r => r)]);
        var permuted = Run([.. order.SelectMany(i => scores[i])]);

        for (var i = 0; i < N; i++)
        {
            ShouldAgree(permuted.RankAcceptability[i], plain.RankAcceptability[order[i]]);
        }
    }

    [Fact]
    public void Another_order_of_criteria_changes_nothing_but_the_order_of_central_weights()
    {
        var scores = GeneratedScores.Scores(N, M).Chunk(M).ToArray();
        int[] order = [4, 2, 0, 1, 3];
        var plain = Run([.. scores.SelectMany(r => r)]);
        var permuted = Run([.. scores.SelectMany(r => order.Select(m => r[m]))]);

        for (var i = 0; i < N; i++)
        {
            ShouldAgree(permuted.RankAcceptability[i], plain.RankAcceptability[i]);
        }
    }

    [Fact]
    public void Stretching_and_shifting_all_scores_leaves_the_ranks()
    {
        var scores = GeneratedScores.Scores(N, M).ToArray();
        var plain = Run([.. scores]);
        var stretched = Run([.. scores.Select(s => new Triangular((1000 * s.Low) - 7, (1000 * s.Best) - 7, (1000 * s.High) - 7))]);

        for (var i = 0; i < N; i++)
        {
            plain.RankAcceptability[i].Zip(stretched.RankAcceptability[i]).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 0.0005);
            stretched.MeanValue[i].ShouldBe((1000 * plain.MeanValue[i]) - 7, 1e-3);
        }
    }

    [Fact]
    public void A_higher_score_never_makes_an_alternative_rank_lower()
    {
        var scores = GeneratedScores.Scores(N, M).ToArray();
        var raised = scores.Select((s, k) => k / M == 4 ? new Triangular(Up(s.Low), Up(s.Best), Up(s.High)) : s);

        // The same draws, so this holds sample by sample and not only on average.
        var (before, after) = (Run([.. scores]), Run([.. raised]));

        Beyond(before).Zip(Beyond(after)).ShouldAllBe(p => p.Second >= p.First - 1e-12);
        after.RankAcceptability[4][0].ShouldBeGreaterThan(before.RankAcceptability[4][0]);

        static double Up(double score) => score + 0.1;

        static IEnumerable<double> Beyond(AcceptabilityResult r) => r.RankAcceptability[4].Select((_, k) => r.RankAcceptability[4].Take(k + 1).Sum());
    }

    [Fact]
    public void Equal_scores_share_the_ranks_fairly()
    {
        var result = Acceptability.Run(new(3, [.. Enumerable.Repeat(new Fixed(0.4), 6)], new UniformWeights(2)), new(90_000, 1));

        foreach (var row in result.RankAcceptability)
        {
            row.ShouldAllBe(p => Math.Abs(p - (1 / 3.0)) < 0.008);
        }

        result.Pairwise[0][2].ShouldBe(0.5, 0.008);
        result.MeanValue.ShouldAllBe(v => Math.Abs(v - 0.4) < 1e-12);
    }

    [Fact]
    public void One_alternative_is_always_first_and_one_criterion_always_has_all_weight()
    {
        var result = Acceptability.Run(new(1, [new Uniform(0, 1)], new UniformWeights(1)), new(10_000, 1));

        result.RankAcceptability[0].ShouldBe([1]);
        result.CentralWeights[0]!.ShouldBe([1], 1e-6);
        result.Confidence[0].ShouldBe(1);
        result.RankEntropy[0].ShouldBe(0);
        result.MeanValue[0].ShouldBe(0.5, 0.02);
        result.Values[0].Q05.ShouldBe(0.05, 0.02);
        result.Values[0].Deviation.ShouldBe(Math.Sqrt(1 / 12.0), 0.01);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(300, 1)]
    [InlineData(700, 2)]
    public void Many_alternatives_are_ranked_as_a_plain_count_says(int alternatives, int criteria)
    {
        // Fixed scores and fixed weights: the rank is the place in the order of scores.
        var scores = Enumerable.Range(0, alternatives * criteria).Select(k => (k * 7919 % (alternatives * criteria)) / (double)(alternatives * criteria)).ToArray();
        var values = scores.Chunk(criteria).Select(row => row.Average()).ToArray();

        var result = Acceptability.Run(new(alternatives, [.. scores.Select(s => new Fixed(s))], FixedWeights.Equal(criteria)), new(100, 1));

        for (var i = 0; i < alternatives; i++)
        {
            var (ahead, level) = (values.Count(v => v > values[i] + 1e-6), values.Count(v => Math.Abs(v - values[i]) <= 1e-6));
            result.RankAcceptability[i].Skip(ahead).Take(level).Sum().ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void More_alternatives_than_can_be_ranked_are_refused_with_the_limit()
    {
        var refusal = Should.Throw<ArgumentException>(() => new AcceptabilityInput(10_000, [.. Enumerable.Repeat(new Fixed(0), 10_000)], new UniformWeights(1)));

        refusal.Message.ShouldContain("1 to 2048 alternatives");
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(1_000_000_000_000L)]
    public void A_count_of_samples_outside_the_limits_is_refused(long samples) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SamplingPlan(samples)).Message.ShouldContain("1 to 10000000000 samples");

    internal static AcceptabilityInput Input(string kind) => kind switch
    {
        "discrete" => new(N, [.. GeneratedScores.Scores(N, M).Select(s => new Discrete([(Math.Round(s.Low, 1), 1), (Math.Round(s.Best, 1), 2), (Math.Round(s.High, 1), 1)]))], new UniformWeights(M)),
        "pert" => new(N, [.. GeneratedScores.Scores(N, M).Select((s, k) => k % 5 == 0 ? new Pert(s.Low, s.Best, s.High) : (Distribution)s)], new UniformWeights(M)),
        _ => GeneratedScores.Input(N, M, WeightsOf(kind)),
    };

    private static WeightModel WeightsOf(string kind) => kind switch
    {
        "ranked" => new RankOrderWeights([2, 0, 1, 4, 3]),
        "bounded" => new ConstrainedWeights(M, [WeightConstraint.Lower(0, 0.1, "a"), WeightConstraint.Upper(1, 0.3, "b"), WeightConstraint.Ratio(2, 3, 2, "c", "d")]),
        "interests" => new InterestWeights(FixedWeights.Equal(2), [(new UniformWeights(3), [0, 2, 4]), (new UniformWeights(2), [1, 3])]),
        "mixed" => new MixedWeights([(new UniformWeights(M), 0.3), (new FixedWeights([5, 4, 3, 2, 1]), 0.7)]),
        _ => new UniformWeights(M),
    };

    internal static SamplingPlan Plan(string kind, long samples) => new(samples, 4, kind == "even" ? SamplingKind.QuasiMonteCarlo : SamplingKind.MonteCarlo);

    private static AcceptabilityResult Run(IReadOnlyList<Distribution> scores) => Acceptability.Run(new(N, scores, new UniformWeights(M)), new(50_000, 8));

    // Two runs with other draws: five standard errors of a difference at 50 000 samples.
    private static void ShouldAgree(double[] one, double[] other) =>
        one.Zip(other).ShouldAllBe(p => Math.Abs(p.First - p.Second) < (5 * Math.Sqrt(2 * p.First * (1 - p.First) / 50_000)) + 0.0002);

    private static void ShouldBeTheSame(AcceptabilityResult one, AcceptabilityResult other)
    {
        one.RankAcceptability.SelectMany(r => r).ShouldBe(other.RankAcceptability.SelectMany(r => r));
        one.Pairwise.SelectMany(r => r).ShouldBe(other.Pairwise.SelectMany(r => r));
        one.CentralWeights.SelectMany(r => r ?? []).ShouldBe(other.CentralWeights.SelectMany(r => r ?? []));
        one.Confidence.ShouldBe(other.Confidence);
        one.MeanValue.ShouldBe(other.MeanValue);
        one.Values.ShouldBe(other.Values);
        one.StandardError.RankAcceptability.SelectMany(r => r).ShouldBe(other.StandardError.RankAcceptability.SelectMany(r => r));
    }
}
