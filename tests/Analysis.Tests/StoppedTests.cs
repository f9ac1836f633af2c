using Weerbaar.Analysis.Elicitation;
using Weerbaar.Analysis.OtherAggregations;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Sensitivity;
using Weerbaar.Analysis.Tests.Elicitation;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Tests;

/// <summary>Everything that can take more than a moment says how far it is, and stops when asked to.</summary>
public class StoppedTests
{
    private delegate void Work(IProgress<double>? progress, CancellationToken cancel);

    private static readonly AcceptabilityInput input = new(3, [.. Enumerable.Range(0, 6).Select(k => new Triangular(0, 0.1 * k, 1))], new UniformWeights(2));
    private static readonly double[,] impossible = { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } };
    private static readonly double[] numbers = [.. Enumerable.Range(1, 4000).Select(k => (double)k)];

    private static readonly Dictionary<string, Work> works = new()
    {
        ["Cooke's model"] = (progress, cancel) => ClassicalModel.Solve(Tobacco.Panel(), null, progress, cancel),
        ["leaving out experts"] = (progress, cancel) => LeaveOut.Experts(Tobacco.Panel(), null, 1, progress, cancel),
        ["leaving out questions"] = (progress, cancel) => LeaveOut.SeedQuestions(Tobacco.Panel(), null, 1, progress, cancel),
        ["acceptability"] = (progress, cancel) => Acceptability.Run(input, new SamplingPlan(40_000), progress, cancel),
        ["acceptability until an error"] = (progress, cancel) => Acceptability.RunUntil(input, 0.002, new SamplingPlan(1_000_000), progress, cancel),
        ["acceptability by lattices"] = (progress, cancel) => Acceptability.Run(input, new SamplingPlan(40_000, 1, SamplingKind.QuasiMonteCarlo), progress, cancel),
        ["a mean"] = (progress, cancel) => MeanEstimate.Of(row => row[0], 2, new SamplingPlan(40_000), progress, cancel),
        ["a lattice"] = (progress, cancel) => _ = new Lattice(1 << (progress is null ? 17 : 16), 20, progress, cancel),
        ["values"] = (progress, cancel) => ValueSamples.Fill(input, [new double[4000], new double[4000], new double[4000]], 4000, 1, 1, progress, cancel),
        ["yearly loss"] = (progress, cancel) => YearlyLoss.Simulate([new(new Fixed(1), new Fixed(1))], 20_000, 1, progress, cancel),
        ["Sobol indices"] = (progress, cancel) => SobolIndices.Estimate(row => row[0], 2, 4000, (sample, row) => row.Fill(0.5), progress, cancel),
        ["the nearest correlations"] = (progress, cancel) => CorrelationMatrix.Nearest(impossible, progress, cancel),
        ["an impossible copula"] = (progress, cancel) => Refused(() => new GaussianCopula([0, 1, 2], impossible, progress, cancel)),
        ["correlations of samples"] = (_, cancel) => NormalScores.Correlations([numbers, numbers], cancel),
        ["SMAA-TRI"] = (_, cancel) => SmaaTri.ClassProbabilities(new(0.6, true, new(0, 0)), 2, [[0.5, 0.25, 0.25]], [[1.0]], 20_000, 1, 0, cancel),
        ["constraints on weights"] = (_, cancel) => new ConstrainedWeights(2, [WeightConstraint.Lower(0, 0.1, "a")], cancel).ShouldNotBeNull(),
        ["areas"] = (_, cancel) => DensityRegion.Of(numbers, numbers, [0.5], cancel),
    };

    private static readonly string[] withoutProgress = ["correlations of samples", "SMAA-TRI", "constraints on weights", "areas"];

    public static TheoryData<string> All => [.. works.Keys];

    public static TheoryData<string> WithProgress => [.. works.Keys.Except(withoutProgress)];

    [Theory]
    [MemberData(nameof(All))]
    public void It_stops_when_asked_to(string work) =>
        Should.Throw<OperationCanceledException>(() => works[work](null, new CancellationToken(canceled: true)));

    [Theory]
    [MemberData(nameof(WithProgress))]
    public void It_says_how_far_it_is_and_never_goes_back(string work)
    {
        var told = new Told();

        works[work](told, CancellationToken.None);

        told.Shares.Count.ShouldBeGreaterThan(0);
        told.Shares.ShouldAllBe(share => share >= 0 && share <= 1 + 1e-12);
        told.Shares.ShouldBeInOrder();
    }

    private static void Refused(Func<object> work)
    {
        try
        {
            work();
        }
        catch (NotPositiveDefiniteException)
        {
        }
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
