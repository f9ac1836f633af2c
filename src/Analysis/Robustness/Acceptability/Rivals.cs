namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// The alternatives in the order of what they can reach at most with the weights of one of them, from the highest; so
/// whoever is already above that maximum need not be compared with the rest.
/// </summary>
internal sealed class Rivals
{
    /// <summary>Compared at once; the lists are filled up to whole groups.</summary>
    internal const int Group = 4;

    // Wider than single precision can err over a thousand criteria.
    private const double Margin = 1e-4;

    private Rivals(int[] order, float[] most) => (Order, Most) = (order, most);

    /// <summary>Indexes of alternatives.</summary>
    internal int[] Order { get; }

    /// <summary>What each of them does not exceed.</summary>
    internal float[] Most { get; }

    internal static Rivals Of(AcceptabilityInput input, double[] weights)
    {
        var margin = Margin * Math.Max(Math.Abs(input.Lowest), Math.Abs(input.Highest));
        var most = new float[input.Alternatives];
        for (var i = 0; i < most.Length; i++)
        {
            most[i] = input.Dependences.Count > 0 ? float.PositiveInfinity : (float)(Highest(input, i, weights) + margin);
        }

        var order = Enumerable.Range(0, most.Length).OrderByDescending(i => most[i]).ToList();
        order.AddRange(Enumerable.Repeat(order[^1], -order.Count & (Group - 1)));
        return new([.. order], [.. order.Select(i => most[i])]);
    }

    private static double Highest(AcceptabilityInput input, int alternative, double[] weights)
    {
        var sum = 0.0;
        for (var m = 0; m < weights.Length; m++)
        {
            sum += weights[m] * input.Highs[(alternative * weights.Length) + m];
        }

        return sum;
    }
}
