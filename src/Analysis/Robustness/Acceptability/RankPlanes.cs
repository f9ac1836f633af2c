using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// The same ranks with their bits apart: one word holds one bit of 64 ranks. Two ranks are compared from the lowest bit
/// to the highest, 512 samples at a time, each bit in one instruction; then the wins are the bits that are set.
/// </summary>
internal sealed unsafe class RankPlanes : IDisposable
{
    /// <summary>Samples compared at once.</summary>
    internal const int Samples = 512;

    private const int Words = Samples / 64;
    private const int Eight = 8;

    private readonly int alternatives;
    private readonly int bits;
    private readonly int stride;
    private readonly ulong* planes;
    private readonly Vector512<ulong>* found;

    internal RankPlanes(int alternatives, int samples)
    {
        this.alternatives = alternatives;
        bits = BitOperations.Log2((uint)Math.Max(1, alternatives - 1)) + 1;
        // One cache line more, so that rows do not fall in the same few sets of the cache.
        stride = (samples / 64 * bits) + Words;
        planes = (ulong*)NativeMemory.AlignedAlloc((nuint)(alternatives * stride * sizeof(ulong)), 64);
        found = (Vector512<ulong>*)NativeMemory.AlignedAlloc((nuint)(samples / Samples * 8 * 64), 64);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(planes);
        NativeMemory.AlignedFree(found);
    }

    /// <summary>Takes the bits of one alternative's ranks apart; beyond the last sample they are 0, to a multiple of <see cref="Samples"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Fill<T>(int alternative, T* row, int samples)
        where T : unmanaged
    {
        var into = planes + (alternative * stride);
        for (var at = 0; at < samples; at += Samples, into += Words * bits)
        {
            if (Gfni.V512.IsSupported && Avx512Vbmi.IsSupported)
            {
                BitMatrix.Transpose(row + at, into, bits, found);
            }
            else
            {
                Fill(row + at, into);
            }
        }
    }

    /// <summary>Adds how often each alternative has a lower rank than each that follows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void CountWins(int samples, uint[] wins)
    {
        var blocks = (samples + Samples - 1) / Samples;
        for (var i = 0; i < alternatives; i += 2)
        {
            var j = i + 2;
            for (; j + 4 <= alternatives; j += 4)
            {
                Beat(planes + (i * stride), planes + (j * stride), blocks, wins.AsSpan((i * alternatives) + j));
            }

            for (var k = i; k < Math.Min(i + 2, alternatives); k++)
            {
                for (var other = k == i ? i + 1 : j; other < alternatives; other = other == i + 1 ? j : other + 1)
                {
                    wins[(k * alternatives) + other] += Beats(planes + (k * stride), planes + (other * stride), blocks);
                }
            }
        }
    }

    /// <summary>True where counting ranks from their bits takes less than one by one.</summary>
    internal bool CountsRanks => Avx512BW.IsSupported && alternatives is > Eight and <= 128;

    /// <summary>Adds how often an alternative had each rank: eight neighbouring ranks at a time, which share all bits but the lowest three.</summary>
    internal void CountRanks(int alternative, int samples, uint* counts)
    {
        var blocks = (samples + Samples - 1) / Samples;
        for (var first = 0; first < alternatives; first += Eight)
        {
            CountEight(planes + (alternative * stride), blocks, first, counts);
        }

        // Beyond the last sample all ranks are 0.
        counts[0] -= (uint)((blocks * Samples) - samples);
    }

    private void Fill<T>(T* row, ulong* into)
        where T : unmanaged
    {
        for (var word = 0; word < Words; word++)
        {
            for (var k = 0; k < bits; k++)
            {
                into[(k * Words) + word] = Bit(row + (64 * word), k);
            }
        }
    }

    // The bit moves to the top of its byte, or of its 16-bit number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit<T>(T* row, int bit)
        where T : unmanaged
    {
        if (sizeof(T) == 1)
        {
            return (Vector512.LoadAligned((ushort*)row) << (7 - bit)).AsByte().ExtractMostSignificantBits();
        }

        var (low, high) = (Vector512.LoadAligned((ushort*)row), Vector512.LoadAligned((ushort*)row + 32));
        return (low << (15 - bit)).ExtractMostSignificantBits() | ((high << (15 - bit)).ExtractMostSignificantBits() << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountEight(ulong* block, int blocks, int first, uint* counts)
    {
        var (a, b, c, d) = (Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero);
        var (e, f, g, h) = (Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero);
        for (var end = block + (blocks * bits * Words); block < end; block += bits * Words)
        {
            var shared = Vector512<ulong>.AllBitsSet;
            for (var k = 3; k < bits; k++)
            {
                var plane = Vector512.LoadAligned(block + (k * Words));
                shared = ((first >> k) & 1) == 0 ? Vector512.AndNot(shared, plane) : shared & plane;
            }

            if (shared == Vector512<ulong>.Zero)
            {
                continue;
            }

            var (one, two, four) = (Vector512.LoadAligned(block), Vector512.LoadAligned(block + Words), Vector512.LoadAligned(block + (2 * Words)));
            var (low, high) = (Vector512.AndNot(shared, four), shared & four);
            var (p, q, r, s) = (Vector512.AndNot(low, two), low & two, Vector512.AndNot(high, two), high & two);
            (a, b) = (a + OnesOfBytes(Vector512.AndNot(p, one)), b + OnesOfBytes(p & one));
            (c, d) = (c + OnesOfBytes(Vector512.AndNot(q, one)), d + OnesOfBytes(q & one));
            (e, f) = (e + OnesOfBytes(Vector512.AndNot(r, one)), f + OnesOfBytes(r & one));
            (g, h) = (g + OnesOfBytes(Vector512.AndNot(s, one)), h + OnesOfBytes(s & one));
        }

        var (sums, others) = (FourSums(a, b, c, d), FourSums(e, f, g, h));
        for (var k = first; k < Math.Min(first + Eight, alternatives); k++, sums = (k & 3) == 0 ? others : sums >> 16)
        {
            counts[k] += (ushort)sums;
        }
    }

    // Where two bits differ, the higher rank has the 1; where they are the same, the lower bits decide.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Below(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> sofar) => Avx512F.IsSupported
        ? Avx512F.TernaryLogic(a, b, sofar, 0x8E)
        : Vector512.ConditionalSelect(a ^ b, b, sofar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Ones(Vector512<ulong>* words)
    {
        var w = (ulong*)words;
        var low = BitOperations.PopCount(w[0]) + BitOperations.PopCount(w[1]) + BitOperations.PopCount(w[2]) + BitOperations.PopCount(w[3]);
        var high = BitOperations.PopCount(w[4]) + BitOperations.PopCount(w[5]) + BitOperations.PopCount(w[6]) + BitOperations.PopCount(w[7]);
        return (uint)(low + high);
    }

    // Two rows against four at a time, so that a row read from memory is compared more than once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Beat(ulong* two, ulong* four, int blocks, Span<uint> wins)
    {
        ulong* next = two + stride, five = four + stride, six = five + stride, seven = six + stride;
        var into = found;
        var step = (nint)bits * Words;
        for (nint at = 0; at < blocks * step; at += step)
        {
            var (a, b, c, d) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            var (e, f, g, h) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero, Vector512<ulong>.Zero);
            for (var k = at; k < at + step; k += Words)
            {
                var (one, other) = (Vector512.LoadAligned(two + k), Vector512.LoadAligned(next + k));
                var rival = Vector512.LoadAligned(four + k);
                (a, e) = (Below(one, rival, a), Below(other, rival, e));
                rival = Vector512.LoadAligned(five + k);
                (b, f) = (Below(one, rival, b), Below(other, rival, f));
                rival = Vector512.LoadAligned(six + k);
                (c, g) = (Below(one, rival, c), Below(other, rival, g));
                rival = Vector512.LoadAligned(seven + k);
                (d, h) = (Below(one, rival, d), Below(other, rival, h));
            }

            (into[0], into[1], into[2], into[3]) = (a, b, c, d);
            (into[4], into[5], into[6], into[7]) = (e, f, g, h);
            into += 8;
        }

        Add(wins, found, blocks);
        Add(wins[alternatives..], found + 4, blocks);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<uint> wins, Vector512<ulong>* below, int blocks)
    {
        if (Avx512BW.IsSupported)
        {
            AddBytes(wins, below, blocks);
            return;
        }

        for (var block = 0; block < blocks; block++, below += 8)
        {
            wins[3] += Ones(below + 3);
            wins[2] += Ones(below + 2);
            wins[1] += Ones(below + 1);
            wins[0] += Ones(below);
        }
    }

    // At most eight ones a byte and block, and a table has at most four blocks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBytes(Span<uint> wins, Vector512<ulong>* below, int blocks)
    {
        var (a, b, c, d) = (Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero);
        for (var block = 0; block < blocks; block++, below += 8)
        {
            a += OnesOfBytes(below[0]);
            b += OnesOfBytes(below[1]);
            c += OnesOfBytes(below[2]);
            d += OnesOfBytes(below[3]);
        }

        var four = FourSums(a, b, c, d);
        wins[3] += (uint)(four >> 48);
        wins[2] += (ushort)(four >> 32);
        wins[1] += (ushort)(four >> 16);
        wins[0] += (ushort)four;
    }

    // Four sums side by side in 16 bits each: at most 4 blocks × 512.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FourSums(Vector512<byte> a, Vector512<byte> b, Vector512<byte> c, Vector512<byte> d) =>
        Vector512.Sum(Eights(a) | (Eights(b) << 16) | (Eights(c) << 32) | (Eights(d) << 48));

    // How many bits of each byte are set, by a table of sixteen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> OnesOfBytes(Vector512<ulong> words)
    {
        var ones = Vector512.Create(
            (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
            0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var (low, four) = (words.AsByte(), Vector512.Create((byte)0x0F));
        return Avx512BW.Shuffle(ones, low & four) + Avx512BW.Shuffle(ones, (words >> 4).AsByte() & four);
    }

    // The sums of eight bytes each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Eights(Vector512<byte> counts) => Avx512BW.SumAbsoluteDifferences(counts, Vector512<byte>.Zero).AsUInt64();

    private uint Beats(ulong* one, ulong* other, int blocks)
    {
        var sum = 0u;
        for (var at = 0; at < blocks * bits * Words; at += bits * Words)
        {
            var below = Vector512<ulong>.Zero;
            for (var k = at; k < at + (bits * Words); k += Words)
            {
                below = Below(Vector512.LoadAligned(one + k), Vector512.LoadAligned(other + k), below);
            }

            found[0] = below;
            sum += Ones(found);
        }

        return sum;
    }
}
