using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>Values as whole steps below the highest possible value: up to 24 bits, fewer with many alternatives.</summary>
internal readonly struct ValueKey
{
    private readonly float highestInSteps;
    private readonly float stepsPerUnit;
    private readonly float last;

    internal ValueKey(AcceptabilityInput input)
    {
        IndexBits = Math.Max(8, BitOperations.Log2((uint)Math.Max(1, input.Alternatives - 1)) + 1);
        var count = (1 << (32 - IndexBits)) - 1;
        var range = input.Highest - input.Lowest;
        (Highest, Step) = (input.Highest, range > 0 ? range / count : 0);
        stepsPerUnit = range > 0 ? (float)(count / range) : 0;
        highestInSteps = range > 0 ? (float)(input.Highest * count / range) : 0;
        last = count;
    }

    /// <summary>Bits that hold the alternative's number: at least 8, so that a step fits single precision.</summary>
    internal int IndexBits { get; }

    internal uint IndexMask => (1u << IndexBits) - 1;

    /// <summary>The highest possible value.</summary>
    internal double Highest { get; }

    /// <summary>The size of a step, in the unit of the value; 0 when all values are the same.</summary>
    internal double Step { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<uint> Distance(Vector512<float> values)
    {
        var exact = Vector512.FusedMultiplyAdd(values, Vector512.Create(-stepsPerUnit), Vector512.Create(highestInSteps));
        var inside = Vector512.MinNative(Vector512.MaxNative(exact, Vector512<float>.Zero), Vector512.Create(last));
        return Vector512.ConvertToInt32Native(inside).AsUInt32();
    }
}
