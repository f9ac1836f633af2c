using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Adds up, per alternative, the weights that put it first, in units of 2⁻²⁴, and their squares in units of 2⁻³². Rows are
/// filled up to whole vectors, so that a sample's weights are added eight at a time.
/// </summary>
internal sealed unsafe class CentralCount : IDisposable
{
    private const int Lanes = 16;
    private const int Step = 8;

    private readonly int alternatives;
    private readonly int criteria;
    private readonly int stride;
    private readonly uint* whole;
    private readonly ulong* sums;
    private readonly ulong* squares;

    internal CentralCount(int alternatives, int criteria)
    {
        (this.alternatives, this.criteria, stride) = (alternatives, criteria, (criteria + Step - 1) / Step * Step);
        whole = (uint*)Zeroes((Lanes * stride * sizeof(uint)) + (Lanes * sizeof(uint)));
        sums = (ulong*)Zeroes(alternatives * stride * sizeof(ulong));
        squares = (ulong*)Zeroes(alternatives * stride * sizeof(ulong));
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(whole);
        NativeMemory.AlignedFree(sums);
        NativeMemory.AlignedFree(squares);
    }

    /// <summary>Adds sixteen samples, of which the first <paramref name="valid"/> count; the low bits of a key name who is first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(uint* first, uint indexMask, Vector512<float>* weights, int valid)
    {
        var row = (nint)stride;
        var column = whole + (Lanes * stride);
        for (nint m = 0; m < criteria; m++)
        {
            Vector512.ConvertToInt32(weights[m] * Vector512.Create(16777216f)).AsUInt32().Store(column);
            for (nint lane = 0; lane < Lanes; lane++)
            {
                whole[(lane * row) + m] = column[lane];
            }
        }

        for (nint lane = 0; lane < valid; lane++)
        {
            var at = (nint)(first[lane] & indexMask) * row;
            var from = whole + (lane * row);
            ulong* sum = sums + at, square = squares + at;
            for (nint m = 0; m < row; m += Step)
            {
                var eight = Vector512.WidenLower(Vector256.Load(from + m).ToVector512Unsafe());
                (Vector512.Load(sum + m) + eight).Store(sum + m);
                (Vector512.Load(square + m) + ((eight * eight) >> 16)).Store(square + m);
            }
        }
    }

    /// <summary>Adds the sums of one lattice, before they are moved; <paramref name="ranks"/> tells how often each was first.</summary>
    internal void AddTo(LatticeSums lattices, uint[] ranks)
    {
        for (var i = 0; i < alternatives; i++)
        {
            for (var m = 0; m < criteria; m++)
            {
                lattices.Add((i * criteria) + m, (long)sums[(i * stride) + m], ranks[i * alternatives]);
            }
        }
    }

    /// <summary>Moves what was added to the tally.</summary>
    internal void MoveTo(long[] central, long[] centralSquares)
    {
        for (var i = 0; i < alternatives; i++)
        {
            for (var m = 0; m < criteria; m++)
            {
                central[(i * criteria) + m] += (long)sums[(i * stride) + m];
                centralSquares[(i * criteria) + m] += (long)squares[(i * stride) + m];
            }
        }

        NativeMemory.Clear(sums, (nuint)(alternatives * stride * sizeof(ulong)));
        NativeMemory.Clear(squares, (nuint)(alternatives * stride * sizeof(ulong)));
    }

    private static void* Zeroes(int bytes)
    {
        var memory = NativeMemory.AlignedAlloc((nuint)bytes, 64);
        NativeMemory.Clear(memory, (nuint)bytes);
        return memory;
    }
}
