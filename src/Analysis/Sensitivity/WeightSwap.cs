namespace Weerbaar.Analysis.Sensitivity;

/// <summary>How the size of a change of weights is measured.</summary>
public enum WeightDistance
{
    /// <summary>Sum of all changes: twice the weight that moves from some criteria to others.</summary>
    Total,

    /// <summary>Straight-line distance.</summary>
    Euclidean,

    /// <summary>The largest change of any one weight.</summary>
    Largest,
}

/// <summary>The nearest weights at which two alternatives are level; a step beyond them the order is swapped.</summary>
/// <param name="Weights">The weights, 0 or more, summing to 1.</param>
/// <param name="Size">Their distance from the weights of the model, in the distance asked for.</param>
public sealed record WeightSwap(IReadOnlyList<double> Weights, double Size);

/// <summary>
/// Smallest change of the weights of a weighted sum that swaps two alternatives, exact up to rounding.
/// The change keeps every weight at 0 or more and the sum at 1. Distances: E. Triantaphyllou and A. Sánchez, A sensitivity
/// analysis approach for some deterministic multi-criteria decision making methods, Decision Sciences 28 (1997), extended
/// here to all weights at once.
/// </summary>
public static class SmallestWeightChange
{
    /// <summary>The nearest swap, or null when no weights whatever put the lower alternative strictly above the higher one.</summary>
    /// <param name="model">The weighted sum, at its best estimates.</param>
    /// <param name="one">An alternative.</param>
    /// <param name="other">Another; whichever of the two is higher loses its lead.</param>
    /// <param name="distance">What smallest means.</param>
    public static WeightSwap? Find(WeightedSumModel model, int one, int other, WeightDistance distance)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfEqual(other, one);
        var difference = model.BestDifference(one, other);
        var lead = Dot(model.Weights, difference);
        if (lead < 0)
        {
            difference = [.. difference.Select(value => -value)];
        }

        if (lead == 0)
        {
            return new WeightSwap(model.Weights.ToArray(), 0);
        }

        if (difference.Min() >= 0)
        {
            return null;
        }

        var weights = distance switch
        {
            WeightDistance.Total => MoveGreedily(model.Weights, difference, Math.Abs(lead)),
            WeightDistance.Euclidean => SimplexProjection.OntoTie(model.Weights, difference),
            WeightDistance.Largest => LargestChange.OntoTie(model.Weights, difference),
            _ => throw new ArgumentOutOfRangeException(nameof(distance)),
        };
        return new WeightSwap(weights, Size(weights, model.Weights, distance));
    }

    internal static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    /// <summary>Moves weight to the criterion that favours the lower alternative most, first from the one that favours it least.</summary>
    private static double[] MoveGreedily(ReadOnlySpan<double> from, double[] difference, double lead)
    {
        var weights = from.ToArray();
        var to = Array.IndexOf(difference, difference.Min());
        foreach (var criterion in Enumerable.Range(0, weights.Length).OrderByDescending(criterion => difference[criterion]))
        {
            var gain = difference[criterion] - difference[to];
            if (lead <= 0 || gain <= 0)
            {
                break;
            }

            var moved = Math.Min(weights[criterion], lead / gain);
            weights[criterion] -= moved;
            weights[to] += moved;
            lead -= moved * gain;
        }

        return weights;
    }

    private static double Size(double[] weights, ReadOnlySpan<double> from, WeightDistance distance)
    {
        var (total, squares, largest) = (0.0, 0.0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            var change = Math.Abs(weights[i] - from[i]);
            total += change;
            squares += change * change;
            largest = Math.Max(largest, change);
        }

        return distance switch
        {
            WeightDistance.Total => total,
            WeightDistance.Euclidean => Math.Sqrt(squares),
            WeightDistance.Largest => largest,
            _ => throw new ArgumentOutOfRangeException(nameof(distance)),
        };
    }
}
