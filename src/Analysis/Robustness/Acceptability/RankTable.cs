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
    private readonly int alternatives;
    private readonly bool wide;
    private readonly int stride;
    private readonly byte* ranks;
    private readonly uint* offsets;

    internal RankTable(int alternatives)
    {
        this.alternatives = alternatives;
        wide = alternatives > 256;
        Samples = BlockFor(alternatives * Width);
        // One cache line more than a power of two, or all rows would fall in the same few sets of the cache.
        stride = Samples + (64 / Width);
        ranks = (byte*)NativeMemory.AlignedAlloc((nuint)(alternatives * stride * Width), 64);
        offsets = (uint*)NativeMemory.AlignedAlloc(64, 64);
        new Span<byte>(ranks, alternatives * stride * Width).Clear();
    }

    /// <summary>Samples in a full block.</summary>
    internal int Samples { get; }

    private int Width => wide ? 2 : 1;

    public void Dispose()
    {
        NativeMemory.AlignedFree(ranks);
        NativeMemory.AlignedFree(offsets);
    }

    /// <summary>Notes the ranks of sixteen samples: the low bits of the sorted keys name the alternative.</summary>
    internal void Put(Vector512<uint>* sorted, uint indexMask, int sample)
    {
        if (wide)
        {
            Put((ushort*)ranks, sorted, indexMask, sample);
        }
        else
        {
            Put(ranks, sorted, indexMask, sample);
        }
    }

    /// <summary>Adds the first <paramref name="samples"/> samples to rank counts and wins (above the diagonal).</summary>
    internal void Count(int samples, uint[] rankCounts, uint[] wins)
    {
        if (wide)
        {
            CountRanks((ushort*)ranks, samples, rankCounts);
            CountWins((ushort*)ranks, samples, wins);
        }
        else
        {
            CountRanks(ranks, samples, rankCounts);
            CountWins(ranks, samples, wins);
        }
    }

    private static int BlockFor(int bytesPerSample)
    {
        var samples = 2048;
        while (samples > 256 && samples * bytesPerSample > 1 << 19)
        {
            samples /= 2;
        }

        return samples;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put<T>(T* table, Vector512<uint>* sorted, uint indexMask, int sample)
        where T : unmanaged, IBinaryInteger<T>
    {
        var lanes = Vector512<uint>.Indices + Vector512.Create((uint)sample);
        for (var r = 0; r < alternatives; r++)
        {
            var at = ((sorted[r] & Vector512.Create(indexMask)) * Vector512.Create((uint)stride)) + lanes;
            at.StoreAligned(offsets);
            var rank = T.CreateTruncating(r);
            for (var lane = 0; lane < 16; lane++)
            {
                table[offsets[lane]] = rank;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountRanks<T>(T* table, int samples, uint[] counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        fixed (uint* start = counts)
        {
            for (var i = 0; i < alternatives; i++)
            {
                var row = table + (i * stride);
                var count = start + (i * alternatives);
                for (var s = 0; s < samples; s++)
                {
                    count[int.CreateTruncating(row[s])]++;
                }
            }
        }
    }

    // Two rows against four at a time, so that a row read from memory is compared more than once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountWins<T>(T* table, int samples, uint[] wins)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < alternatives; i += 2)
        {
            var j = i + 2;
            for (; j + 4 <= alternatives; j += 4)
            {
                Beat(table + (i * stride), table + (j * stride), samples, wins.AsSpan((i * alternatives) + j));
            }

            for (var k = i; k < Math.Min(i + 2, alternatives); k++)
            {
                for (var other = k == i ? i + 1 : j; other < alternatives; other = other == i + 1 ? j : other + 1)
                {
                    wins[(k * alternatives) + other] += Beats(table + (k * stride), table + (other * stride), samples);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Beat<T>(T* two, T* four, int samples, Span<uint> wins)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (a, b, c, d) = (Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero);
        var (e, f, g, h) = (Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero);
        for (var s = 0; s < samples; s += Vector512<T>.Count)
        {
            var (one, other) = (Vector512.LoadAligned(two + s), Vector512.LoadAligned(two + stride + s));
            var rival = Vector512.LoadAligned(four + s);
            a -= Vector512.LessThan(one, rival);
            e -= Vector512.LessThan(other, rival);
            rival = Vector512.LoadAligned(four + stride + s);
            b -= Vector512.LessThan(one, rival);
            f -= Vector512.LessThan(other, rival);
            rival = Vector512.LoadAligned(four + (2 * stride) + s);
            c -= Vector512.LessThan(one, rival);
            g -= Vector512.LessThan(other, rival);
            rival = Vector512.LoadAligned(four + (3 * stride) + s);
            d -= Vector512.LessThan(one, rival);
            h -= Vector512.LessThan(other, rival);
        }

        Add(wins, Total(a), Total(b), Total(c), Total(d));
        Add(wins[alternatives..], Total(e), Total(f), Total(g), Total(h));
    }

    private static void Add(Span<uint> wins, uint a, uint b, uint c, uint d)
    {
        wins[0] += a;
        wins[1] += b;
        wins[2] += c;
        wins[3] += d;
    }

    private static uint Beats<T>(T* one, T* other, int samples)
        where T : unmanaged, IBinaryInteger<T>
    {
        var sum = Vector512<T>.Zero;
        for (var s = 0; s < samples; s += Vector512<T>.Count)
        {
            sum -= Vector512.LessThan(Vector512.LoadAligned(one + s), Vector512.LoadAligned(other + s));
        }

        return Total(sum);
    }

    // No lane of a block counts above 2048/32, so bytes and 16-bit sums do not overflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Total<T>(Vector512<T> counts)
        where T : unmanaged => sizeof(T) == 1
        ? Vector512.Sum((counts.AsUInt16() & Vector512.Create((ushort)0xFF)) + (counts.AsUInt16() >> 8))
        : Vector512.Sum(counts.AsUInt16());

    /// <summary>Makes the last samples of a block count for nobody: all ranks the same.</summary>
    internal void Blank(int from)
    {
        for (var i = 0; i < alternatives; i++)
        {
            var end = Math.Min(Samples, (from + 63) & ~63);
            new Span<byte>(ranks + (((i * stride) + from) * Width), (end - from) * Width).Clear();
        }
    }
}
