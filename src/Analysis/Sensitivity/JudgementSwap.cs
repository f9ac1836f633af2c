namespace Weerbaar.Analysis.Sensitivity;

/// <summary>The change of one judgement that, on its own, makes two alternatives level.</summary>
/// <param name="Alternative">Whose judgement.</param>
/// <param name="Criterion">On which criterion.</param>
/// <param name="From">The best estimate now.</param>
/// <param name="To">The value at which the two are level; beyond it the order is swapped.</param>
/// <param name="WithinStatedRange">Whether that value lies inside the judgement's own lower and upper value: the experts themselves thought it possible.</param>
/// <param name="WithinScale">Whether that value exists on the scale.</param>
public sealed record JudgementSwap(int Alternative, int Criterion, double From, double To, bool WithinStatedRange, bool WithinScale)
{
    public double Change => To - From;
}

/// <summary>Smallest change of each single judgement that swaps two alternatives of a weighted sum: exact, ΔV / w_c.</summary>
public static class SmallestJudgementChange
{
    /// <summary>One entry per judgement of the two alternatives on a criterion with weight, smallest change first.</summary>
    /// <param name="model">The weighted sum, at its best estimates.</param>
    /// <param name="one">An alternative.</param>
    /// <param name="other">Another.</param>
    /// <param name="scaleLower">Lowest value of the scale.</param>
    /// <param name="scaleUpper">Highest value of the scale.</param>
    public static IReadOnlyList<JudgementSwap> Find(WeightedSumModel model, int one, int other, double scaleLower = 0, double scaleUpper = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfEqual(other, one);
        var lead = model.Lead(one, other);
        var swaps = new List<JudgementSwap>(2 * model.Criteria);
        for (var criterion = 0; criterion < model.Criteria; criterion++)
        {
            if (model.Weights[criterion] > 0)
            {
                var change = lead / model.Weights[criterion];
                swaps.Add(Swap(one, -change));
                swaps.Add(Swap(other, change));
            }

            JudgementSwap Swap(int alternative, double change)
            {
                var score = model.Scores(alternative)[criterion];
                var to = score.Best + change;
                return new JudgementSwap(alternative, criterion, score.Best, to, to >= score.Lower && to <= score.Upper, to >= scaleLower && to <= scaleUpper);
            }
        }

        return [.. swaps.OrderBy(swap => Math.Abs(swap.Change))];
    }
}
