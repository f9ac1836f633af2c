using Weerbaar.Analysis.Robustness;

namespace Weerbaar.Analysis.Elicitation;

/// <summary>How far a panel agrees in one round.</summary>
/// <param name="Median">Median of the answers.</param>
/// <param name="LowerQuartile">First quartile, by linear interpolation (type 7 of Hyndman and Fan).</param>
/// <param name="UpperQuartile">Third quartile, by the same rule.</param>
/// <param name="ShareNearMedian">Share of the answers within ±1 class of the median, in [0, 1].</param>
public readonly record struct RoundAgreement(double Median, double LowerQuartile, double UpperQuartile, double ShareNearMedian)
{
    public double InterquartileRange => UpperQuartile - LowerQuartile;
}

/// <summary>When a Delphi panel may stop. The usual rules; a study sets its own.</summary>
/// <param name="InterquartileRange">Agreement when the interquartile range is at most this many classes.</param>
/// <param name="ShareNearMedian">Agreement when at least this share lies within ±1 class of the median, in [0, 1].</param>
/// <param name="MedianChange">Stability when the median moved by less than this share of its previous value.</param>
public sealed record StoppingRule(double InterquartileRange = 1, double ShareNearMedian = 0.75, double MedianChange = 0.15);

/// <summary>
/// Convergence of rounds of answers on an ordinal scale (classes as 1, 2, 3…). Sources: I. R. Diamond and others, Defining
/// consensus, Journal of Clinical Epidemiology 67 (2014); K. Fitch and others, The RAND/UCLA Appropriateness Method User's
/// Manual, RAND 2001, for disagreement.
/// </summary>
public static class Delphi
{
    /// <summary>Median, quartiles and share near the median of one round.</summary>
    /// <param name="answers">Class numbers, finite; at least one.</param>
    public static RoundAgreement Agreement(ReadOnlySpan<double> answers)
    {
        RequireAnswers(answers);
        var quartiles = Quantiles.Of(answers, 0.25, 0.5, 0.75);
        var near = 0;
        foreach (var answer in answers)
        {
            near += Math.Abs(answer - quartiles[1]) <= 1 ? 1 : 0;
        }

        return new RoundAgreement(quartiles[1], quartiles[0], quartiles[2], (double)near / answers.Length);
    }

    /// <summary>|new median − old median| / |old median|; 0 when both are equal, infinite when the old one was 0.</summary>
    public static double MedianChange(RoundAgreement before, RoundAgreement after) =>
        before.Median == after.Median ? 0 : Math.Abs(after.Median - before.Median) / Math.Abs(before.Median);

    /// <summary>True when any of the rules says so: narrow enough, enough near the median, or stable since the round before.</summary>
    public static bool MayStop(RoundAgreement? before, RoundAgreement now, StoppingRule? rule = null)
    {
        rule ??= new StoppingRule();
        return now.InterquartileRange <= rule.InterquartileRange
            || now.ShareNearMedian >= rule.ShareNearMedian
            || (before is { } previous && MedianChange(previous, now) < rule.MedianChange);
    }

    /// <summary>RAND/UCLA disagreement on the nine-point scale: at least a third of the panel in 1–3 and at least a third in 7–9.</summary>
    /// <param name="answers">Scores from 1 to 9; at least one.</param>
    public static bool IsDisagreement(ReadOnlySpan<double> answers)
    {
        RequireAnswers(answers);
        var (low, high) = (0, 0);
        foreach (var answer in answers)
        {
            if (!(answer is >= 1 and <= 9))
            {
                throw new ArgumentOutOfRangeException(nameof(answers), "Scores on the nine-point scale run from 1 to 9.");
            }

            low += answer <= 3 ? 1 : 0;
            high += answer >= 7 ? 1 : 0;
        }

        return 3 * low >= answers.Length && 3 * high >= answers.Length;
    }

    private static void RequireAnswers(ReadOnlySpan<double> answers)
    {
        if (answers.IsEmpty || answers.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            throw new ArgumentException("A round needs at least one answer, and finite ones.", nameof(answers));
        }
    }
}
