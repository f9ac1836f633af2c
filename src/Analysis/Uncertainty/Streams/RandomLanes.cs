using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Weerbaar.Analysis.Uncertainty.Streams;

/// <summary>
/// Eight xoshiro256++ generators side by side (Blackman and Vigna, "Scrambled linear pseudorandom number generators",
/// ACM TOMS 47, 2021), seeded from (seed, purpose, chunk). One call gives sixteen independent 32-bit words.
/// Integer arithmetic on a fixed number of lanes: the same words on every machine and for every vector width.
/// </summary>
public struct RandomLanes : IUniformLanes
{
    /// <summary>Words per call.</summary>
    public const int Lanes = 16;

    private Vector512<ulong> s0;
    private Vector512<ulong> s1;
    private Vector512<ulong> s2;
    private Vector512<ulong> s3;

    /// <summary>The stream of one chunk. Chunks of one seed and purpose never share a state.</summary>
    public RandomLanes(ulong seed, StreamPurpose purpose, long chunk)
    {
        var mix = SplitMix64.For(seed, purpose, chunk);
        s0 = Eight(ref mix);
        s1 = Eight(ref mix);
        s2 = Eight(ref mix);
        s3 = Eight(ref mix);
    }

    static bool IUniformLanes.IsEven => false;

    readonly void IUniformLanes.NextSamples()
    {
    }

    /// <summary>Sixteen words, each uniform on all 32-bit values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Next()
    {
        var result = Rotate(s0 + s3, 23) + s0;
        var (shifted, mixed) = (s1 << 17, s3 ^ s1);
        (s0, s1, s2) = (s0 ^ s3 ^ s1, s1 ^ s2 ^ s0, s2 ^ s0 ^ shifted);
        s3 = Rotate(mixed, 45);
        return result.AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Rotate(Vector512<ulong> x, [ConstantExpected] byte by) =>
        Avx512F.IsSupported ? Avx512F.RotateLeft(x, by) : (x << by) | (x >> (64 - by));

    private static Vector512<ulong> Eight(ref SplitMix64 mix)
    {
        Span<ulong> words = stackalloc ulong[8];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = mix.Next();
        }

        return Vector512.Create<ulong>(words);
    }
}
