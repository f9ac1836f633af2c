using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>Puts sorted keys of the same distance in random order, so that equal alternatives share ranks fairly.</summary>
internal sealed unsafe class TieShuffle : IDisposable
{
    private const int Lanes = RandomLanes.Lanes;

    private readonly int keyCount;
    private readonly uint indexMask;
    private readonly int words;
    private readonly ulong* tied;

    internal TieShuffle(int keyCount, uint indexMask)
    {
        (this.keyCount, this.indexMask, words) = (keyCount, indexMask, (keyCount + 63) / 64);
        tied = (ulong*)NativeMemory.AlignedAlloc((nuint)(Lanes * words * sizeof(ulong)), 64);
        NativeMemory.Clear(tied, (nuint)(Lanes * words * sizeof(ulong)));
    }

    public void Dispose() => NativeMemory.AlignedFree(tied);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Shuffle(Vector512<uint>* keys, ref RandomSequence order)
    {
        var least = Vector512<uint>.AllBitsSet;
        for (var r = 1; r < keyCount; r++)
        {
            least = Vector512.Min(least, keys[r] ^ keys[r - 1]);
        }

        var lanes = Vector512.LessThanOrEqual(least, Vector512.Create(indexMask)).ExtractMostSignificantBits();
        if (lanes != 0)
        {
            Mark(keys);
        }

        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            Shuffle((uint*)keys + lane, tied + (lane * words), ref order);
        }
    }

    // Per lane one bit a row: this key has the distance of the key before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mark(Vector512<uint>* keys)
    {
        for (var r = 1; r < keyCount; r++)
        {
            var same = Vector512.LessThanOrEqual(keys[r] ^ keys[r - 1], Vector512.Create(indexMask)).ExtractMostSignificantBits();
            for (; same != 0; same &= same - 1)
            {
                tied[(BitOperations.TrailingZeroCount(same) * words) + (r / 64)] |= 1UL << (r & 63);
            }
        }
    }

    // Fisher and Yates, within each run of keys at the same distance; from the first to the last, and the marks go again.
    private void Shuffle(uint* column, ulong* marks, ref RandomSequence order)
    {
        for (var word = 0; word < words; word++)
        {
            while (marks[word] != 0)
            {
                var from = (word * 64) + BitOperations.TrailingZeroCount(marks[word]) - 1;
                var to = from + 1;
                for (; to < keyCount && (marks[to / 64] >> (to & 63) & 1) != 0; to++)
                {
                    marks[to / 64] ^= 1UL << (to & 63);
                }

                for (var left = to - from; left > 1; left--)
                {
                    var (a, b) = (from + left - 1, from + order.NextBelow(left));
                    (column[a * Lanes], column[b * Lanes]) = (column[b * Lanes], column[a * Lanes]);
                }
            }
        }
    }
}
