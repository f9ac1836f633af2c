using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Sensitivity;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>How much of the uncertainty about a difference one judgement explains, or the weights when <paramref name="ScenarioId"/> is null.</summary>
/// <param name="Index">Alone (first order), and alone or together with others (total).</param>
public sealed record ExplainedShare(string? ScenarioId, string? Criterion, SobolIndex Index);

/// <summary>
/// What the uncertainty about the difference in impact of two scenarios comes from: every judgement of both that has a
/// range, and the weights as one input when they are not known. The same seed gives the same shares.
/// </summary>
public static class WhatExplains
{
    private const int Samples = 8192;
    private const int DrawsOfWeights = 1024;
    private const int Steps = 4096;

    /// <summary>Streams of a seed that the yearly losses, which also use them, never reach.</summary>
    private const long OwnStreams = 1L << 32;

    /// <param name="Weight">Place of the criterion, or −1 for an overall impact that no weight changes.</param>
    private sealed record Input(string ScenarioId, string Criterion, int Weight, int Sign, Distribution Score);

    /// <summary>The inputs with a part in it, the largest total first.</summary>
    public static IReadOnlyList<ExplainedShare> Of(RoundModel model, int above, int below, ulong seed, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var inputs = Inputs(model, above, 1).Concat(Inputs(model, below, -1)).OrderBy(i => i.Score is Fixed).ToList();
        var free = inputs.Count(i => i.Score is not Fixed);
        var weights = WeightDraws.Of(model.Input.Numbers.Weights, DrawsOfWeights, seed, cancel);
        if (model.Input.Numbers.Weights is FixedWeights)
        {
            return Exact([.. inputs.Take(free)], weights);
        }

        var result = SobolIndices.Estimate(
            row => Difference(inputs, free, weights, row), free + 1, Samples, (sample, row) => Uniforms(seed, sample, row), progress, cancel);
        var shares = result.Indices.Take(free).Select((index, k) => new ExplainedShare(inputs[k].ScenarioId, inputs[k].Criterion, index))
            .Append(new ExplainedShare(null, null, result.Indices[free]));
        return [.. shares.Where(s => s.Index.Total > 0).OrderByDescending(s => s.Index.Total)];
    }

    /// <summary>With known weights the difference is a sum of independent parts: each explains its share of the variance, and nothing together.</summary>
    private static List<ExplainedShare> Exact(List<Input> inputs, double[][] weights)
    {
        var variances = inputs.Select(i => Variance(i.Score) * (i.Weight < 0 ? 1 : weights[i.Weight][0] * weights[i.Weight][0])).ToArray();
        return [.. inputs.Zip(SobolIndices.Additive(variances), (i, share) => new ExplainedShare(i.ScenarioId, i.Criterion, new(share, 0, share, 0)))
            .Where(s => s.Index.Total > 0).OrderByDescending(s => s.Index.Total)];
    }

    private static double Variance(Distribution score)
    {
        var values = Enumerable.Range(0, Steps).Select(k => score.Quantile((k + 0.5) / Steps)).ToList();
        var mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }

    private static IEnumerable<Input> Inputs(RoundModel model, int scenario, int sign)
    {
        var (known, scores) = (model.Scenarios[scenario], model.Input.Numbers.Scores);
        var first = scenario * model.Criteria.Count;
        return known.Overall is not null || model.Criteria.Count == 1
            ? [new(known.Id, RoundModel.OnlyOverall, -1, sign, scores[first])]
            : model.Criteria.Select((criterion, c) => new Input(known.Id, criterion, c, sign, scores[first + c]));
    }

    private static double Difference(List<Input> inputs, int free, double[][] weights, ReadOnlySpan<double> row)
    {
        var draw = (int)(row[free] * weights[0].Length);
        var sum = 0.0;
        foreach (var (k, input) in inputs.Index())
        {
            var score = k < free ? input.Score.Quantile(row[k]) : input.Score.Mean;
            sum += input.Sign * score * (input.Weight < 0 ? 1 : weights[input.Weight][draw]);
        }

        return sum;
    }

    private static void Uniforms(ulong seed, int sample, Span<double> row)
    {
        var random = new RandomSequence(seed, StreamPurpose.Integration, OwnStreams + sample);
        foreach (ref var uniform in row)
        {
            uniform = random.NextOpen();
        }
    }
}
