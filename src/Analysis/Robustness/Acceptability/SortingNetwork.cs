using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Batcher's odd-even merge sort (1968) for any number of keys: sixteen columns are sorted at once, each with the same
/// exchanges, so the time does not depend on the keys.
/// </summary>
internal sealed class SortingNetwork
{
    private readonly (int Low, int High)[] exchanges;

    internal SortingNetwork(int keys) => exchanges = [.. Exchanges(keys)];

    /// <summary>Sorts every column upwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal unsafe void Sort(Vector512<uint>* keys)
    {
        foreach (var (low, high) in exchanges.AsSpan())
        {
            var (a, b) = (keys[low], keys[high]);
            keys[low] = Vector512.Min(a, b);
            keys[high] = Vector512.Max(a, b);
        }
    }

    // Knuth, The Art of Computer Programming 3, 5.2.2 M; keys beyond the last would be the largest and stay where they are.
    private static IEnumerable<(int Low, int High)> Exchanges(int keys)
    {
        var top = 1;
        while (2 * top < keys)
        {
            top *= 2;
        }

        for (var p = top; p > 0 && keys > 1; p /= 2)
        {
            for (var (q, r, d) = (top, 0, p); ;)
            {
                for (var i = 0; i < keys - d; i++)
                {
                    if ((i & p) == r)
                    {
                        yield return (i, i + d);
                    }
                }

                if (q == p)
                {
                    break;
                }

                (d, q, r) = (q - p, q / 2, p);
            }
        }
    }
}
