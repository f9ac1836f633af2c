using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Takes the bits of 512 numbers apart at once, with instructions for matrices of eight by eight bits. The samples come in
/// another order than they stood, the same for every bit and every row; only who asks for wins may use it.
/// </summary>
internal static unsafe class BitMatrix
{
    // The transpose of a matrix is what it makes of the columns of the identity.
    private static Vector512<byte> Identity => Vector512.Create(0x8040201008040201UL).AsByte();

    private static Vector512<byte> ByBit => Vector512.Create(
        (byte)0, 8, 16, 24, 32, 40, 48, 56, 1, 9, 17, 25, 33, 41, 49, 57, 2, 10, 18, 26, 34, 42, 50, 58, 3, 11, 19, 27, 35, 43, 51, 59,
        4, 12, 20, 28, 36, 44, 52, 60, 5, 13, 21, 29, 37, 45, 53, 61, 6, 14, 22, 30, 38, 46, 54, 62, 7, 15, 23, 31, 39, 47, 55, 63);

    /// <summary>Writes <paramref name="bits"/> vectors, the lowest bit first; <paramref name="room"/> is eight vectors to work in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transpose<T>(T* numbers, ulong* into, int bits, Vector512<ulong>* room)
        where T : unmanaged
    {
        for (var from = 0; from < bits; from += 8)
        {
            for (var k = 0; k < 8; k++)
            {
                room[k] = Apart(Bytes(numbers + (64 * k), from));
            }

            Write((Vector512<ulong>*)into + from, Math.Min(8, bits - from), room);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Bytes<T>(T* numbers, int from)
        where T : unmanaged
    {
        if (sizeof(T) == 1)
        {
            return Vector512.LoadAligned((byte*)numbers);
        }

        var (low, high) = (Vector512.LoadAligned((ushort*)numbers), Vector512.LoadAligned((ushort*)numbers + 32));
        return Vector512.Narrow(low >> from, high >> from);
    }

    // Eight words of 64 bits, one for each bit of the 64 bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Apart(Vector512<byte> bytes) =>
        Avx512Vbmi.PermuteVar64x8(Gfni.V512.GaloisFieldAffineTransform(Identity, bytes, 0), ByBit).AsUInt64();

    // The words of one bit come together: a matrix of eight by eight words is transposed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(Vector512<ulong>* into, int bits, Vector512<ulong>* room)
    {
        for (var odd = 0; odd < 2; odd++)
        {
            var (a, b, c, d) = (Pair(room, 0, odd), Pair(room, 2, odd), Pair(room, 4, odd), Pair(room, 6, odd));
            var (e, f) = (Avx512F.Shuffle4x128(a, b, 0x88), Avx512F.Shuffle4x128(c, d, 0x88));
            var (g, h) = (Avx512F.Shuffle4x128(a, b, 0xDD), Avx512F.Shuffle4x128(c, d, 0xDD));
            Put(into, odd, bits, Avx512F.Shuffle4x128(e, f, 0x88));
            Put(into, odd + 2, bits, Avx512F.Shuffle4x128(g, h, 0x88));
            Put(into, odd + 4, bits, Avx512F.Shuffle4x128(e, f, 0xDD));
            Put(into, odd + 6, bits, Avx512F.Shuffle4x128(g, h, 0xDD));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Pair(Vector512<ulong>* room, int k, int odd) =>
        odd == 0 ? Avx512F.UnpackLow(room[k], room[k + 1]) : Avx512F.UnpackHigh(room[k], room[k + 1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<ulong>* into, int bit, int bits, Vector512<ulong> word)
    {
        if (bit < bits)
        {
            into[bit] = word;
        }
    }
}
