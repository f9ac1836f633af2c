namespace Weerbaar.Analysis.Elicitation;

/// <summary>An answer in the four steps of the IDEA protocol: lowest, highest, best, and how sure the expert is of the interval.</summary>
/// <param name="Lowest">Lowest plausible value.</param>
/// <param name="Best">Best estimate, from lowest to highest.</param>
/// <param name="Highest">Highest plausible value.</param>
/// <param name="Confidence">Chance that the truth lies between lowest and highest, in (0, 1]; null in the three-step form for probabilities, which is used as given.</param>
public readonly record struct IntervalJudgement(double Lowest, double Best, double Highest, double? Confidence = null)
{
    /// <exception cref="ArgumentException">The values are not finite and in order, or the confidence is outside (0, 1].</exception>
    public void Check()
    {
        if (!(double.IsFinite(Lowest) && double.IsFinite(Best) && double.IsFinite(Highest)))
        {
            throw new ArgumentException("Lowest, best and highest must be finite numbers.");
        }

        if (Lowest > Best || Best > Highest)
        {
            throw new ArgumentException("The best estimate must lie between the lowest and the highest.");
        }

        if (Confidence is { } confidence && !(confidence is > 0 and <= 1))
        {
            throw new ArgumentException("The confidence must lie above 0 and up to 1.");
        }
    }
}

/// <summary>
/// Intervals of the IDEA protocol (investigate, discuss, estimate, aggregate).
/// Source: V. Hemming, M. A. Burgman, A. M. Hanea, M. F. McBride and B. C. Wintle, A practical guide to structured
/// expert elicitation using the IDEA protocol, Methods in Ecology and Evolution 9 (2018).
/// </summary>
public static class Idea
{
    /// <summary>
    /// Stretches or shrinks an interval linearly about the best estimate to a common confidence:
    /// L′ = B − (B − L)·C/S and U′ = B + (U − B)·C/S, cut off at the valid range. Without a confidence it stays as given.
    /// </summary>
    /// <param name="judgement">The answer.</param>
    /// <param name="confidence">C, the common confidence, in (0, 1]; 0.8 is usual.</param>
    /// <param name="minimum">Lowest value the quantity can have.</param>
    /// <param name="maximum">Highest value the quantity can have.</param>
    public static IntervalJudgement Standardise(
        IntervalJudgement judgement, double confidence = 0.8, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
    {
        judgement.Check();
        if (!(confidence is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), "The common confidence must lie above 0 and up to 1.");
        }

        if (!(minimum <= judgement.Best && judgement.Best <= maximum))
        {
            throw new ArgumentException("The best estimate lies outside the valid range.", nameof(judgement));
        }

        var factor = confidence / (judgement.Confidence ?? confidence);
        return new IntervalJudgement(
            Math.Max(minimum, judgement.Best - ((judgement.Best - judgement.Lowest) * factor)),
            judgement.Best,
            Math.Min(maximum, judgement.Best + ((judgement.Highest - judgement.Best) * factor)),
            judgement.Confidence is null ? null : confidence);
    }

    /// <summary>The group's interval: the unweighted means of the standardised lowest, best and highest values.</summary>
    /// <inheritdoc cref="Standardise" path="/param"/>
    /// <param name="judgements">One answer per expert; at least one, all in the four-step or all in the three-step form.</param>
    public static IntervalJudgement Aggregate(
        IReadOnlyList<IntervalJudgement> judgements, double confidence = 0.8, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        if (judgements.Count == 0)
        {
            throw new ArgumentException("There is no answer to aggregate.", nameof(judgements));
        }

        if (judgements.Any(judgement => judgement.Confidence is null) && judgements.Any(judgement => judgement.Confidence is not null))
        {
            throw new ArgumentException("Answers with and without a confidence cannot be averaged.", nameof(judgements));
        }

        var standard = judgements.Select(judgement => Standardise(judgement, confidence, minimum, maximum)).ToArray();
        return new IntervalJudgement(
            standard.Average(judgement => judgement.Lowest),
            standard.Average(judgement => judgement.Best),
            standard.Average(judgement => judgement.Highest),
            standard[0].Confidence);
    }
}
