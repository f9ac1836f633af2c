using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Weerbaar.Analysis.Uncertainty.Streams;

/// <summary>a·b + c with one rounding, four at a time, also quick on processors without an instruction for it.</summary>
internal static class MultiplyAdd
{
    /// <summary>Bits of a double beyond those of a float, and their value halfway between two floats.</summary>
    private const long Beyond = 0x1FFFFFFF;
    private const long Halfway = 0x10000000;
    private const double SmallestNormal = 1.1754943508222875e-38;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Fma.IsSupported || AdvSimd.IsSupported ? Vector128.FusedMultiplyAdd(a, b, c) : InDoubles(a, b, c);

    // A product of two floats is exact in double precision, so rounding the sum twice can only differ from rounding it once
    // where the first rounding lands halfway between two floats, or where floats lose digits; there it is done one by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> InDoubles(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var low = (Vector128.WidenLower(a) * Vector128.WidenLower(b)) + Vector128.WidenLower(c);
        var high = (Vector128.WidenUpper(a) * Vector128.WidenUpper(b)) + Vector128.WidenUpper(c);
        return (IsDoubtful(low) | IsDoubtful(high)) == Vector128<long>.Zero ? Vector128.Narrow(low, high) : OneByOne(a, b, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> IsDoubtful(Vector128<double> sum) =>
        Vector128.Equals(sum.AsInt64() & Vector128.Create(Beyond), Vector128.Create(Halfway))
        | Vector128.LessThan(Vector128.Abs(sum), Vector128.Create(SmallestNormal)).AsInt64();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> OneByOne(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.Create(
        MathF.FusedMultiplyAdd(a[0], b[0], c[0]),
        MathF.FusedMultiplyAdd(a[1], b[1], c[1]),
        MathF.FusedMultiplyAdd(a[2], b[2], c[2]),
        MathF.FusedMultiplyAdd(a[3], b[3], c[3]));
}
