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

    private readonly int alternatives;
    private readonly int stride;
    private readonly byte* ranks;
    private readonly uint* places;
    private readonly uint* counts;
    private readonly RankPlanes planes;

    internal RankTable(int alternatives)
    {
        this.alternatives = alternatives;
        Samples = BlockFor(alternatives * Width);
        // One cache line more than a power of two, or all rows would fall in the same few sets of the cache.
        stride = Samples + (64 / Width);
        ranks = (byte*)NativeMemory.AlignedAlloc((nuint)(alternatives * stride * Width), 64);
        places = (uint*)NativeMemory.AlignedAlloc((nuint)(alternatives * Lanes * sizeof(uint)), 64);
        counts = (uint*)NativeMemory.AlignedAlloc((nuint)(4 * alternatives * sizeof(uint)), 64);
        NativeMemory.Clear(counts, (nuint)(4 * alternatives * sizeof(uint)));
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
        NativeMemory.AlignedFree(counts);
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
        for (var i = 0; i < alternatives; i++)
        {
            var into = rankCounts.AsSpan(i * alternatives, alternatives);
            if (IsWide)
            {
                var row = (ushort*)ranks + (i * stride);
                Count(row, samples, into);
                planes.Fill(i, row, samples);
            }
            else
            {
                var row = ranks + (i * stride);
                Count(row, samples, into);
                planes.Fill(i, row, samples);
            }
        }

        planes.CountWins(samples, wins);
    }

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
        var two = (ulong*)places;
        for (var r = 0; r < alternatives; r++, two += Lanes / 2)
        {
            var rank = T.CreateTruncating(r);
            for (var k = 0; k < Lanes / 2; k++)
            {
                var pair = two[k];
                table[(uint)pair] = rank;
                table[pair >> 32] = rank;
            }
        }
    }

    // Four counts side by side: neighbouring samples often have the same rank, and would wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count<T>(T* row, int samples, Span<uint> into)
        where T : unmanaged, IBinaryInteger<T>
    {
        uint* a = counts, b = a + alternatives, c = b + alternatives, d = c + alternatives;
        var s = 0;
        for (; s + 4 <= samples; s += 4)
        {
            a[uint.CreateTruncating(row[s])]++;
            b[uint.CreateTruncating(row[s + 1])]++;
            c[uint.CreateTruncating(row[s + 2])]++;
            d[uint.CreateTruncating(row[s + 3])]++;
        }

        for (; s < samples; s++)
        {
            a[uint.CreateTruncating(row[s])]++;
        }

        for (var r = 0; r < into.Length; r++)
        {
            into[r] += a[r] + b[r] + c[r] + d[r];
            a[r] = b[r] = c[r] = d[r] = 0;
        }
    }
}
