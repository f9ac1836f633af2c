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

    /// <summary>The generators of four neighbouring lanes, numbered from 0 to 3, on their own.</summary>
    internal readonly RandomPart Part(int part) => new(Two(s0, part), Two(s1, part), Two(s2, part), Two(s3, part));

    /// <summary>Puts back generators that have gone on.</summary>
    internal void Put(int part, RandomPart gone)
    {
        Put(ref s0, part, gone.State0);
        Put(ref s1, part, gone.State1);
        Put(ref s2, part, gone.State2);
        Put(ref s3, part, gone.State3);
    }

    private static Vector128<ulong> Two(in Vector512<ulong> eight, int part) =>
        Unsafe.Add(ref Unsafe.As<Vector512<ulong>, Vector128<ulong>>(ref Unsafe.AsRef(in eight)), part);

    private static void Put(ref Vector512<ulong> eight, int part, Vector128<ulong> two) =>
        Unsafe.Add(ref Unsafe.As<Vector512<ulong>, Vector128<ulong>>(ref eight), part) = two;

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

/// <summary>Two of the eight generators: four words at a time.</summary>
internal struct RandomPart(Vector128<ulong> s0, Vector128<ulong> s1, Vector128<ulong> s2, Vector128<ulong> s3)
{
    internal Vector128<ulong> State0 = s0;
    internal Vector128<ulong> State1 = s1;
    internal Vector128<ulong> State2 = s2;
    internal Vector128<ulong> State3 = s3;

    /// <summary>The next word of four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector128<uint> Next()
    {
        var sum = State0 + State3;
        var result = ((sum << 23) | (sum >> 41)) + State0;
        var (shifted, mixed) = (State1 << 17, State3 ^ State1);
        (State0, State1, State2) = (State0 ^ mixed, State1 ^ State2 ^ State0, State2 ^ State0 ^ shifted);
        State3 = (mixed << 45) | (mixed >> 19);
        return result.AsUInt32();
    }
}
