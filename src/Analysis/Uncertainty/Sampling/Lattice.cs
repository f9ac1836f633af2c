using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Uncertainty.Sampling;

/// <summary>
/// A rank-1 lattice of 2^m points, built component by component: each next component is the best of a few random odd
/// candidates under the worst-case error of the weighted Korobov space of smoothness 1, weight 1/j² for component j
/// (Sloan and Reztsov 2002; L'Ecuyer and Munger, "LatNet Builder", 2016, for random candidates). Points are
/// whole multiples of 2⁻³², so the lattice is exact.
/// </summary>
public sealed class Lattice
{
    /// <summary>Coordinates that come from the lattice; further ones are plain random.</summary>
    public const int MostDimensions = 256;

    /// <summary>The share of a run that the search for a lattice not met before takes, roughly.</summary>
    internal const double ShareOfRun = 0.2;

    private const int Candidates = 12;

    // The longest of each size: a coordinate depends on those before it alone, so a shorter lattice is its beginning.
    private static readonly ConcurrentDictionary<int, uint[]> built = new();

    private readonly uint[] steps;

    /// <param name="size">Number of points, a power of two from 16 to 2²⁰.</param>
    /// <param name="dimensions">Coordinates wanted; at most <see cref="MostDimensions"/> and size/8 are built.</param>
    /// <param name="progress">Told the share of the search done, 0 to 1; nothing when the lattice is known.</param>
    /// <param name="cancel">Stops between two coordinates.</param>
    public Lattice(int size, int dimensions, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (!BitOperations.IsPow2(size) || size is < 16 or > 1 << 20)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "A lattice has a power of two points, 16 to 1 048 576.");
        }

        Size = size;
        var wanted = Math.Min(dimensions, Math.Min(MostDimensions, Math.Max(1, size / 8)));
        var known = built.AddOrUpdate(size, _ => Build(size, wanted, progress, cancel), (_, before) => before.Length >= wanted ? before : Build(size, wanted, progress, cancel));
        steps = known[..wanted];
    }

    public int Size { get; }

    /// <summary>Coordinates that come from the lattice.</summary>
    public int Dimensions => steps.Length;

    /// <summary>The step of each coordinate as a fraction of 2³²; point k is k·step, without whole part.</summary>
    public IReadOnlyList<uint> Steps => steps;

    /// <summary>Points a lattice has in a run of so many samples: a sixteenth, so that some sixteen shifts tell the error.</summary>
    public static int SizeFor(long samples) =>
        (int)Math.Clamp(1L << Math.Max(0, BitOperations.Log2((ulong)Math.Max(1, samples / 16))), 16, 1 << 20);

    private static uint[] Build(int size, int dimensions, IProgress<double>? progress, CancellationToken cancel)
    {
        var (product, omega, steps) = (new double[size], Omega(size), new uint[dimensions]);
        Array.Fill(product, 1);
        var choose = new RandomSequence((ulong)size, StreamPurpose.Lattice, 0);
        var shift = 32 - BitOperations.Log2((uint)size);
        var used = new HashSet<int>();
        for (var j = 0; j < steps.Length; j++)
        {
            cancel.ThrowIfCancellationRequested();
            var best = Best(product, omega, ref choose, used, j);
            steps[j] = (uint)best << shift;
            Multiply(product, omega, best, 1.0 / ((j + 1.0) * (j + 1.0)));
            progress?.Report((j + 1.0) / steps.Length);
        }

        return steps;
    }

    private static int Best(double[] product, double[] omega, ref RandomSequence choose, HashSet<int> used, int component)
    {
        var (best, least) = (1, double.PositiveInfinity);
        for (var i = 0; i < (component == 0 ? 1 : Candidates); i++)
        {
            var candidate = component == 0 ? 1 : (2 * choose.NextBelow(product.Length / 2)) + 1;
            var error = used.Contains(candidate) ? double.MaxValue : Error(product, omega, candidate);
            (best, least) = error < least ? (candidate, error) : (best, least);
        }

        used.Add(best);
        return best;
    }

    private static double Error(double[] product, double[] omega, int step)
    {
        var (sum, mask) = (0.0, product.Length - 1);
        for (int k = 0, at = 0; k < product.Length; k++, at = (at + step) & mask)
        {
            sum += product[k] * omega[at];
        }

        return sum;
    }

    private static void Multiply(double[] product, double[] omega, int step, double weight)
    {
        var mask = product.Length - 1;
        for (int k = 0, at = 0; k < product.Length; k++, at = (at + step) & mask)
        {
            product[k] *= 1 + (weight * omega[at]);
        }
    }

    // 2π²·B₂(x), the kernel of smoothness 1.
    private static double[] Omega(int size)
    {
        var omega = new double[size];
        for (var k = 0; k < size; k++)
        {
            var x = (double)k / size;
            omega[k] = 19.739208802178716 * ((x * x) - x + (1.0 / 6));
        }

        return omega;
    }
}

/// <summary>One randomly shifted copy of a lattice, sixteen points at a time; coordinates beyond the lattice are plain random.</summary>
internal struct LatticeLanes : IUniformLanes
{
    private readonly uint[] steps;
    private readonly uint[] shifts;
    private RandomLanes beyond;
    private Vector512<uint> points;
    private int coordinate;

    internal LatticeLanes(Lattice lattice, ulong seed, long copy)
    {
        steps = [.. lattice.Steps];
        var random = new RandomSequence(seed, StreamPurpose.Shifts, copy);
        shifts = new uint[lattice.Dimensions];
        for (var j = 0; j < shifts.Length; j++)
        {
            shifts[j] = (uint)random.Next();
        }

        beyond = new RandomLanes(seed, StreamPurpose.Samples, copy);
        points = Vector512<uint>.Indices;
    }

    static bool IUniformLanes.IsEven => true;

    public Vector512<uint> Next()
    {
        var j = coordinate++;
        return j < shifts.Length
            ? (points * Vector512.Create(steps[j])) + Vector512.Create(shifts[j])
            : beyond.Next();
    }

    public void NextSamples()
    {
        points += Vector512.Create(16u);
        coordinate = 0;
    }
}
