using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Batcher's bitonic merge sort (1968): sixteen columns are sorted at once, each with the same exchanges, so the time does
/// not depend on the keys. Runs of eight rows are sorted in registers and merged by two or three levels of exchanges at a
/// time, because fetching rows costs more than comparing them. Rows beyond the last would be the largest and are left out.
/// </summary>
internal static unsafe class SortingNetwork
{
    private const int Run = 8;

    /// <summary>The rows to reserve for so many keys; those that are too many must hold the largest number.</summary>
    internal static int RowsFor(int keys) => (keys + Run - 1) / Run * Run;

    /// <summary>Sorts every column upwards; <paramref name="rows"/> is a multiple of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sort(Vector512<uint>* keys, int rows)
    {
        for (var r = 0; r < rows; r += Run)
        {
            SortRun(keys + r);
        }

        for (var run = Run; run < rows; run *= 2)
        {
            for (var from = 0; from + run < rows; from += 2 * run)
            {
                Merge(keys + from, run, Math.Min(2 * run, rows - from));
            }
        }
    }

    private static void Merge(Vector512<uint>* keys, int run, int rows)
    {
        var paired = (BitOperations.Log2((uint)run) & 1) == 0;
        if (paired)
        {
            FoldTwice(keys, run, rows);
        }
        else
        {
            Fold(keys, run, rows);
        }

        for (var distance = paired ? run / 4 : run / 2; distance > Run; distance /= 4)
        {
            HalveTwice(keys, distance, rows);
        }

        for (var r = 0; r < rows; r += Run)
        {
            Finish(keys + r);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Order(ref Vector512<uint> a, ref Vector512<uint> b) => (a, b) = (Vector512.Min(a, b), Vector512.Max(a, b));

    // The second run, read backwards, against the first: then neither half has a key for the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold(Vector512<uint>* keys, int run, int rows)
    {
        for (var i = (2 * run) - rows; i < run; i++)
        {
            Order(ref keys[i], ref keys[(2 * run) - 1 - i]);
        }
    }

    // A fold, and in both halves the exchanges at half their length.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FoldTwice(Vector512<uint>* keys, int run, int rows)
    {
        for (int i = 0, last = (2 * run) - 1; i < run / 2; i++, last--)
        {
            var (a, b) = (keys[i], keys[i + (run / 2)]);
            if (last - (run / 2) < rows)
            {
                Order(ref b, ref keys[last - (run / 2)]);
            }

            if (last < rows)
            {
                Order(ref a, ref keys[last]);
                Order(ref keys[last - (run / 2)], ref keys[last]);
            }

            Order(ref a, ref b);
            (keys[i], keys[i + (run / 2)]) = (a, b);
        }
    }

    // Exchanges at a distance and at half of it, within blocks of twice the distance.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalveTwice(Vector512<uint>* keys, int distance, int rows)
    {
        var half = distance / 2;
        for (var block = 0; block < rows; block += 2 * distance)
        {
            for (var i = block; i < Math.Min(block + half, rows - distance - half); i++)
            {
                var (a, b, c, d) = (keys[i], keys[i + half], keys[i + distance], keys[i + distance + half]);
                Order(ref a, ref c);
                Order(ref b, ref d);
                Order(ref a, ref b);
                Order(ref c, ref d);
                (keys[i], keys[i + half], keys[i + distance], keys[i + distance + half]) = (a, b, c, d);
            }

            for (var i = Math.Max(block, rows - distance - half); i < Math.Min(block + half, rows - half); i++)
            {
                if (i + distance < rows)
                {
                    Order(ref keys[i], ref keys[i + distance]);
                }

                Order(ref keys[i], ref keys[i + half]);
            }
        }
    }

    // Exchanges at four, two and one within eight rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish(Vector512<uint>* keys)
    {
        var (a, b, c, d) = (keys[0], keys[1], keys[2], keys[3]);
        var (e, f, g, h) = (keys[4], keys[5], keys[6], keys[7]);
        Order(ref a, ref e);
        Order(ref b, ref f);
        Order(ref c, ref g);
        Order(ref d, ref h);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref e, ref g);
        Order(ref f, ref h);
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref e, ref f);
        Order(ref g, ref h);
        (keys[0], keys[1], keys[2], keys[3]) = (a, b, c, d);
        (keys[4], keys[5], keys[6], keys[7]) = (e, f, g, h);
    }

    // Eight rows in nineteen exchanges (Knuth, The Art of Computer Programming 3, 5.3.4).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortRun(Vector512<uint>* keys)
    {
        var (a, b, c, d) = (keys[0], keys[1], keys[2], keys[3]);
        var (e, f, g, h) = (keys[4], keys[5], keys[6], keys[7]);
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref e, ref f);
        Order(ref g, ref h);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref e, ref g);
        Order(ref f, ref h);
        Order(ref b, ref c);
        Order(ref f, ref g);
        Order(ref a, ref e);
        Order(ref d, ref h);
        Order(ref b, ref f);
        Order(ref c, ref g);
        Order(ref b, ref e);
        Order(ref d, ref g);
        Order(ref c, ref e);
        Order(ref d, ref f);
        Order(ref d, ref e);
        (keys[0], keys[1], keys[2], keys[3]) = (a, b, c, d);
        (keys[4], keys[5], keys[6], keys[7]) = (e, f, g, h);
    }
}
