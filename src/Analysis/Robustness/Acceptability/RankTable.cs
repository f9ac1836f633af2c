using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// The ranks of all alternatives in a block of samples, one row an alternative, from which rank counts and pairwise
/// wins are counted. Ranks are bytes or, above 256 alternatives, 16-bit numbers.
/// </summary>
internal sealed unsafe class RankTable : IDisposable
{
    private const int Lanes = 16;

    /// <summary>Rows counted at a time.</summary>
    private const int Abreast = 4;

    private readonly int alternatives;
    private readonly int stride;
    private readonly byte* ranks;
    private readonly uint* places;
    private readonly RankPlanes planes;

    internal RankTable(int alternatives)
    {
        this.alternatives = alternatives;
        Samples = BlockFor(alternatives * Width);
        // One cache line more than a power of two, or all rows would fall in the same few sets of the cache.
        stride = Samples + (64 / Width);
        ranks = (byte*)NativeMemory.AlignedAlloc((nuint)(alternatives * stride * Width), 64);
        places = (uint*)NativeMemory.AlignedAlloc((nuint)(alternatives * Lanes * sizeof(uint)), 64);
        planes = new RankPlanes(alternatives, Samples);
    }

    /// <summary>Samples in a full block.</summary>
    internal int Samples { get; }

    private bool IsWide => alternatives > 256;

    private int Width => IsWide ? 2 : 1;

    public void Dispose()
    {
        planes.Dispose();
        NativeMemory.AlignedFree(ranks);
        NativeMemory.AlignedFree(places);
    }

    /// <summary>Notes the ranks of sixteen samples: the low bits of the sorted keys name the alternative.</summary>
    internal void Put(Vector512<uint>* sorted, uint indexMask, int sample)
    {
        Locate(sorted, indexMask, sample);
        if (IsWide)
        {
            Put((ushort*)ranks);
        }
        else
        {
            Put(ranks);
        }
    }

    /// <summary>Adds the first <paramref name="samples"/> samples to rank counts and wins (above the diagonal).</summary>
    internal void Count(int samples, uint[] rankCounts, uint[] wins)
    {
        fixed (uint* into = rankCounts)
        {
            if (IsWide)
            {
                Count((ushort*)ranks, samples, into);
            }
            else
            {
                Count(ranks, samples, into);
            }
        }

        planes.CountWins(samples, wins);
    }

    private void Count<T>(T* rows, int samples, uint* into)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < alternatives; i++)
        {
            Empty(rows + (i * stride), samples);
            planes.Fill(i, rows + (i * stride), samples);
            if (planes.CountsRanks)
            {
                planes.CountRanks(i, samples, into + (i * alternatives));
            }
            else if (i % Abreast == 0 && i + Abreast <= alternatives)
            {
                CountAbreast(rows + (i * stride), samples, into + (i * alternatives));
            }
            else if (i >= alternatives / Abreast * Abreast)
            {
                CountRow(rows + (i * stride), samples, into + (i * alternatives));
            }
        }
    }

    // Beyond the last sample all ranks are 0, so nobody wins there.
    private static void Empty<T>(T* row, int samples)
        where T : unmanaged =>
        new Span<T>(row + samples, -samples & (RankPlanes.Samples - 1)).Clear();

    private static int BlockFor(int bytesPerSample)
    {
        var samples = 2048;
        while (samples > RankPlanes.Samples && samples * bytesPerSample > 1 << 19)
        {
            samples /= 2;
        }

        return samples;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Locate(Vector512<uint>* sorted, uint indexMask, int sample)
    {
        var lanes = Vector512<uint>.Indices + Vector512.Create((uint)sample);
        for (var r = 0; r < alternatives; r++)
        {
            (((sorted[r] & Vector512.Create(indexMask)) * Vector512.Create((uint)stride)) + lanes).StoreAligned(places + (r * Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put<T>(T* table)
        where T : unmanaged, IBinaryInteger<T>
    {
        ulong* pair = (ulong*)places, end = pair + (alternatives * Lanes / 2);
        for (var r = 0; pair < end; r++, pair += Lanes / 2)
        {
            var rank = T.CreateTruncating(r);
            Put(table, rank, pair[0], pair[1]);
            Put(table, rank, pair[2], pair[3]);
            Put(table, rank, pair[4], pair[5]);
            Put(table, rank, pair[6], pair[7]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<T>(T* table, T rank, ulong one, ulong other)
        where T : unmanaged
    {
        table[(uint)one] = rank;
        table[one >> 32] = rank;
        table[(uint)other] = rank;
        table[other >> 32] = rank;
    }

    // Four alternatives at a time: neighbouring samples often give one the same rank, and its counts would wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountAbreast<T>(T* rows, int samples, uint* into)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint* a = into, b = a + alternatives, c = b + alternatives, d = c + alternatives;
        T* second = rows + stride, third = second + stride, fourth = third + stride;
        var (each, bits, mask) = (sizeof(ulong) / sizeof(T), 8 * sizeof(T), sizeof(T) == 1 ? 0xFFUL : 0xFFFFUL);
        var s = 0;
        for (; s + each <= samples; s += each)
        {
            var (one, two, three, four) = (*(ulong*)(rows + s), *(ulong*)(second + s), *(ulong*)(third + s), *(ulong*)(fourth + s));
            for (var k = 0; k < each; k++)
            {
                a[one & mask]++;
                b[two & mask]++;
                c[three & mask]++;
                d[four & mask]++;
                one >>= bits;
                two >>= bits;
                three >>= bits;
                four >>= bits;
            }
        }

        for (; s < samples; s++)
        {
            a[uint.CreateTruncating(rows[s])]++;
            b[uint.CreateTruncating(second[s])]++;
            c[uint.CreateTruncating(third[s])]++;
            d[uint.CreateTruncating(fourth[s])]++;
        }
    }

    private static void CountRow<T>(T* row, int samples, uint* into)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var s = 0; s < samples; s++)
        {
            into[uint.CreateTruncating(row[s])]++;
        }
    }
}
