using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>How a reader wants the judgements of a round drawn. Everything has a default.</summary>
public sealed record RunOptions
{
    /// <summary>Enough for a standard error of 0.16 percentage points at most, and an answer at once.</summary>
    public const long UsualSamples = 100_000;

    /// <summary>More than this belongs on the command line.</summary>
    public const long MostSamples = 10_000_000;

    public long Samples { get; init; } = UsualSamples;

    /// <summary>Draw until the largest standard error of a rank acceptability is this small, a probability; <see cref="Samples"/> is then the most.</summary>
    public double? Error { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary><c>mc</c> or <c>qmc</c>.</summary>
    public string Sampling { get; init; } = "mc";

    /// <summary>What is known of the weights; null for the edition's own.</summary>
    public string? Weights { get; init; }

    /// <summary>Another value function than the edition's, or null.</summary>
    public string? Value { get; init; }

    /// <summary>Each class stands for its whole interval instead of its own value.</summary>
    public bool WithinClass { get; init; }

    /// <exception cref="InvalidInput">The number of samples, the error or the way of sampling cannot be.</exception>
    public SamplingPlan Plan()
    {
        new InputCheck()
            .Require(Samples is >= 1 and <= MostSamples, "samples", "uncertainty.error.samples", Samples, MostSamples)
            .Require(Error is null or (> 0 and < 1), "error", "uncertainty.error.error", Error)
            .Require(Sampling is "mc" or "qmc", "sampling", "uncertainty.error.sampling", Sampling)
            .ThrowIfAny();
        return new SamplingPlan(Samples, Seed, Sampling == "mc" ? SamplingKind.MonteCarlo : SamplingKind.QuasiMonteCarlo, Environment.ProcessorCount);
    }
}
