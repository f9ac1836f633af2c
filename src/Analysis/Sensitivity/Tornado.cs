namespace Weerbaar.Analysis.Sensitivity;

/// <summary>What a bar of a tornado varies.</summary>
public enum TornadoInput
{
    Judgement,
    Weight,
}

/// <summary>One bar: the result with one input at the lower and the upper end of its range, all else at the best estimate.</summary>
/// <param name="Input">What varies.</param>
/// <param name="Alternative">Whose judgement varies; −1 for a weight.</param>
/// <param name="Criterion">The criterion of the judgement or the weight.</param>
/// <param name="AtLower">Result with the input at its lower end.</param>
/// <param name="AtUpper">Result with the input at its upper end.</param>
public sealed record TornadoBar(TornadoInput Input, int Alternative, int Criterion, double AtLower, double AtUpper)
{
    /// <summary>Length of the bar, 0 or more.</summary>
    public double Swing => Math.Abs(AtUpper - AtLower);
}

/// <summary>Lowest and highest weight of a criterion, in [0, 1]; the other weights keep their mutual ratios and fill up to 1.</summary>
public readonly record struct WeightRange(double Lower, double Upper);

/// <summary>
/// One-at-a-time sensitivity of a weighted sum: which judgement or weight moves the result most.
/// Source: R. T. Clemen and T. Reilly, Making Hard Decisions, chapter 5 (tornado diagrams).
/// </summary>
public static class Tornado
{
    /// <summary>Bars for the value of one alternative, longest first; equal bars in order of input.</summary>
    public static IReadOnlyList<TornadoBar> OfValue(WeightedSumModel model, int alternative, ReadOnlySpan<WeightRange> weightRanges = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var best = model.Scores(alternative).ToArray().Select(score => score.Best).ToArray();
        var bars = Judgements(model, alternative, model.Value(alternative), 1).ToList();
        bars.AddRange(Weights(model, best, weightRanges.ToArray()));
        return Sorted(bars);
    }

    /// <summary>Bars for V_i − V_j, longest first. A bar that crosses 0 can overturn the order on its own.</summary>
    public static IReadOnlyList<TornadoBar> OfLead(WeightedSumModel model, int alternative, int over, ReadOnlySpan<WeightRange> weightRanges = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfEqual(over, alternative);
        var lead = model.Lead(alternative, over);
        var bars = Judgements(model, alternative, lead, 1).Concat(Judgements(model, over, lead, -1)).ToList();
        bars.AddRange(Weights(model, model.BestDifference(alternative, over), weightRanges.ToArray()));
        return Sorted(bars);
    }

    private static IEnumerable<TornadoBar> Judgements(WeightedSumModel model, int alternative, double result, int sign)
    {
        for (var criterion = 0; criterion < model.Criteria; criterion++)
        {
            var score = model.Scores(alternative)[criterion];
            var weight = sign * model.Weights[criterion];
            yield return new TornadoBar(
                TornadoInput.Judgement,
                alternative,
                criterion,
                result + (weight * (score.Lower - score.Best)),
                result + (weight * (score.Upper - score.Best)));
        }
    }

    private static IEnumerable<TornadoBar> Weights(WeightedSumModel model, double[] values, WeightRange[] ranges)
    {
        if (ranges.Length != 0 && ranges.Length != model.Criteria)
        {
            throw new ArgumentException("Give a weight range for every criterion, or none.");
        }

        for (var criterion = 0; criterion < ranges.Length; criterion++)
        {
            if (!(ranges[criterion] is { Lower: >= 0, Upper: <= 1 } range && range.Lower <= range.Upper))
            {
                throw new ArgumentException("A weight range must lie inside 0 to 1 and rise.");
            }

            var others = Others(model, values, criterion);
            yield return new TornadoBar(
                TornadoInput.Weight,
                -1,
                criterion,
                Mix(range.Lower, values[criterion], others),
                Mix(range.Upper, values[criterion], others));
        }
    }

    private static double Mix(double weight, double value, double others) => (weight * value) + ((1 - weight) * others);

    private static double Others(WeightedSumModel model, double[] values, int except)
    {
        var (sum, total, plain) = (0.0, 0.0, 0.0);
        for (var criterion = 0; criterion < values.Length; criterion++)
        {
            if (criterion != except)
            {
                sum += model.Weights[criterion] * values[criterion];
                total += model.Weights[criterion];
                plain += values[criterion];
            }
        }

        return total > 0 ? sum / total : values.Length > 1 ? plain / (values.Length - 1) : values[except];
    }

    private static List<TornadoBar> Sorted(List<TornadoBar> bars) => [.. bars.OrderByDescending(bar => bar.Swing)];
}
