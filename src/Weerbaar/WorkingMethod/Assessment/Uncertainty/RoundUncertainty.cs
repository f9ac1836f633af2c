using System.Buffers;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>What is needed to draw the same samples again, and how precise they are.</summary>
public sealed record RunRecord
{
    public required string Engine { get; init; }

    /// <summary>SHA-256 over the numbers of the model and the weights.</summary>
    public required string InputHash { get; init; }

    public required string Edition { get; init; }

    public required string EditionSha256 { get; init; }

    public required ulong Seed { get; init; }

    public required long Samples { get; init; }

    public required string Sampling { get; init; }

    /// <summary>The weights as chosen, and without names of profiles.</summary>
    public required string Weights { get; init; }

    public required string WeightExpression { get; init; }

    public required string ValueFunction { get; init; }

    public required bool WithinClass { get; init; }

    public required int Scenarios { get; init; }

    /// <summary>The largest standard error of any rank acceptability.</summary>
    public required double LargestError { get; init; }

    /// <summary>The error that was asked for; null when a number of samples was.</summary>
    public required double? ErrorToReach { get; init; }

    /// <summary>False when the most samples allowed were not enough for it.</summary>
    public bool ErrorReached => ErrorToReach is not { } asked || LargestError <= asked;

    /// <summary>Samples behind confidence factors.</summary>
    public required long ConfidenceSamples { get; init; }

    /// <summary>Samples behind bands, quantiles and areas.</summary>
    public required int ValueSamples { get; init; }
}

/// <summary>The values not exceeded in 5, 50 and 95 of 100 draws.</summary>
public sealed record Spread(double Q05, double Q50, double Q95);

/// <summary>One scenario in a run.</summary>
public sealed record ScenarioUncertainty
{
    public required string Id { get; init; }

    /// <summary>The rank of the single outcome, from 1.</summary>
    public required int Rank { get; init; }

    public required Spread Impact { get; init; }

    public required double MeanImpact { get; init; }

    /// <summary>P(overall class), "not applicable" first; empty when the edition has no classes for the outcome.</summary>
    public required IReadOnlyList<double> Bands { get; init; }

    /// <summary>The class of the single outcome; null when the edition has none.</summary>
    public required string? Band { get; init; }

    /// <summary>Null when the likelihood was not judged.</summary>
    public required Spread? Likelihood { get; init; }

    /// <summary>Where 50 % and 90 % of the draws lie, on logarithmic axes of likelihood and impact; empty without a likelihood.</summary>
    public required IReadOnlyList<DensityRegion> Regions { get; init; }
}

/// <summary>How sure the outcome of a round is: the same for the same judgements, options and engine.</summary>
public sealed record RoundUncertainty(
    RoundModel Model, RunRecord Run, AcceptabilityResult Ranks, IReadOnlyList<ScenarioUncertainty> Scenarios, LossPicture? Loss)
{
    /// <summary>From this probability on an order, or a class, is called sure.</summary>
    public const double Sure = 0.9;

    private const int MostValueSamples = 16_384;

    /// <summary>Shares of the progress, roughly: up to counting, and up to summing up the draws of each scenario.</summary>
    private const double Counted = 0.8;
    private const double Summarised = 0.9;

    /// <summary>Draws and counts.</summary>
    public static RoundUncertainty Compute(RoundModel model, RunOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var (numbers, asked) = (model.Input.Numbers, options.Plan());
        var counting = new PartOfProgress(progress, 0, Counted);
        var (ranks, plan) = options.Error is { } error
            ? Acceptability.RunUntil(numbers, error, asked, counting, cancel)
            : (Acceptability.Run(numbers, asked, counting, cancel), asked);
        var drawn = (int)Math.Min(plan.Samples, MostValueSamples);
        var scenarios = Summarise(model, plan, drawn, new PartOfProgress(progress, Counted, Summarised), cancel);
        var loss = LossPicture.Of(model, plan.Seed, new PartOfProgress(progress, Summarised, 1), cancel);
        return new(model, RecordOf(model, options, ranks, drawn), ranks, scenarios, loss);
    }

    // The draws live in rented arrays: fresh ones for every run would fill the heap of large objects.
    private static ScenarioUncertainty[] Summarise(RoundModel model, SamplingPlan plan, int drawn, IProgress<double> progress, CancellationToken cancel)
    {
        var values = model.Scenarios.Select(_ => ArrayPool<double>.Shared.Rent(drawn)).ToArray();
        try
        {
            ValueSamples.Fill(model.Input.Numbers, values, drawn, plan.Seed, plan.Threads, progress, cancel);
            var scenarios = new ScenarioUncertainty[values.Length];
            Parallel.For(0, scenarios.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = plan.Threads },
                i =>
                {
                    model.Terms.ToImpacts(values[i].AsSpan(0, drawn));
                    scenarios[i] = ScenarioDraws.Summarise(model, i, values[i].AsSpan(0, drawn), plan.Seed, cancel);
                });
            return scenarios;
        }
        finally
        {
            Array.ForEach(values, v => ArrayPool<double>.Shared.Return(v));
        }
    }

    /// <summary>P(one scenario has the higher impact); ties count half.</summary>
    public double Above(string scenarioId, string otherId) => Ranks.Pairwise[IndexOf(scenarioId)][IndexOf(otherId)];

    /// <summary>The place of a scenario in the rows of the tables.</summary>
    public int IndexOf(string scenarioId) => Model.Scenarios.Index().First(s => s.Item.Id == scenarioId).Index;

    /// <summary>
    /// Mean weight of each criterion over all draws. Every draw has one first (equals are put in random order), so it is
    /// the sum over the scenarios of how often each is first × its central weight.
    /// </summary>
    public IReadOnlyList<double> MeanWeights() => [.. Model.Criteria.Select((_, c) =>
        Ranks.CentralWeights.Select((weights, i) => weights is null ? 0 : Ranks.RankAcceptability[i][0] * weights[c]).Sum())];

    /// <summary>The central weights of a scenario that was ever first, each as a multiple of the mean weight of its criterion.</summary>
    public IReadOnlyList<double> AgainstMean(int scenario) =>
        [.. Ranks.CentralWeights[scenario]!.Zip(MeanWeights(), (weight, mean) => mean > 0 ? weight / mean : 1)];

    private static RunRecord RecordOf(RoundModel model, RunOptions options, AcceptabilityResult ranks, int drawn) => new()
    {
        Engine = SimulationReport.Engine,
        InputHash = model.Input.Hash,
        Edition = model.Edition.Id,
        EditionSha256 = model.Loaded.Sha256,
        Seed = options.Seed,
        Samples = ranks.Samples,
        Sampling = options.Sampling,
        Weights = model.Weights.Id,
        WeightExpression = model.Weights.Expression,
        ValueFunction = model.Value.Id,
        WithinClass = model.WithinClass,
        Scenarios = model.Scenarios.Count,
        LargestError = ranks.StandardError.Largest,
        ErrorToReach = options.Error,
        ConfidenceSamples = ranks.StandardError.SecondPassSamples,
        ValueSamples = drawn,
    };
}
