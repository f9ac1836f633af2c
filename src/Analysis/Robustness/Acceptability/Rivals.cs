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

    private static readonly int[] gaps = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

    private Rivals(int[] order, float[] most) => (Sequence, Most) = (order, most);

    /// <summary>Indexes of alternatives.</summary>
    internal int[] Sequence { get; }

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

        var order = Order(most);
        var (all, highest) = (new int[(order.Length + Group - 1) / Group * Group], new float[(order.Length + Group - 1) / Group * Group]);
        for (var k = 0; k < all.Length; k++)
        {
            all[k] = order[Math.Min(k, order.Length - 1)];
            highest[k] = most[all[k]];
        }

        return new(all, highest);
    }

    // From the highest down (Shell 1959, gaps of Ciura 2001): quick enough for thousands, and nothing to compile for it.
    private static int[] Order(float[] most)
    {
        var order = new int[most.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        foreach (var gap in gaps)
        {
            for (var i = gap; i < order.Length; i++)
            {
                var (moved, at) = (order[i], i);
                for (; at >= gap && most[order[at - gap]] < most[moved]; at -= gap)
                {
                    order[at] = order[at - gap];
                }

                order[at] = moved;
            }
        }

        return order;
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
