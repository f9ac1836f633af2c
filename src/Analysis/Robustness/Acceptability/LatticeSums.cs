using System.Numerics;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Sums of each shifted lattice, kept only as far as their spread needs: in units so large that squares over all lattices of
/// a run fit, and so small that a spread is known to a ten-millionth of the sum.
/// </summary>
internal sealed class LatticeSums
{
    /// <summary>Bits of what is summed for one sample.</summary>
    private const int SampleBits = 24;

    private readonly int unit;
    private readonly long[] sums;
    private readonly long[] squares;
    private readonly long[] products;

    /// <param name="points">Points of a lattice, at most 2²⁰; 0 for a run without lattices.</param>
    internal LatticeSums(int cells, int points)
    {
        // Sums of 28 bits, squares of 56: room for 64 lattices. Only runs on the largest lattice have more, up to 9537.
        unit = points == 1 << 20 ? 20 : Math.Max(0, SampleBits + BitOperations.Log2((uint)Math.Max(1, points)) - 28);
        (sums, squares, products) = (new long[points > 0 ? cells : 0], new long[points > 0 ? cells : 0], new long[points > 0 ? cells : 0]);
    }

    internal IEnumerable<long[]> Arrays => [sums, squares, products];

    /// <summary>Adds what one lattice summed in a cell, and the number of samples it did so over.</summary>
    internal void Add(int cell, long sum, long samples)
    {
        var whole = sum >> unit;
        sums[cell] += whole;
        squares[cell] += whole * whole;
        products[cell] += whole * samples;
    }

    /// <summary>
    /// The standard error of Σsum/Σsamples over lattices, in the unit of the sum, to first order (Cochran, Sampling
    /// Techniques, 1977, eq. 6.13).
    /// </summary>
    /// <param name="samples">Samples of all lattices in this cell, above 0.</param>
    /// <param name="sampleSquares">The sum over lattices of the square of theirs.</param>
    internal double Error(int cell, long lattices, long samples, BigInteger sampleSquares)
    {
        // Σ(c − m·f)² with m = Σc/Σf, times (Σf)², exactly: it can be much smaller than its terms.
        BigInteger c = sums[cell], f = samples;
        var spread = (f * f * squares[cell]) - (2 * f * c * products[cell]) + (c * c * sampleSquares);
        var deviation = Math.Sqrt((double)spread * lattices / (lattices - 1.0)) / samples;
        return Math.ScaleB(deviation / samples, unit);
    }
}
