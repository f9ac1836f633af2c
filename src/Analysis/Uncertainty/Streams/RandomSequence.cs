using System.Numerics;

namespace Weerbaar.Analysis.Uncertainty.Streams;

/// <summary>One xoshiro256++ generator, for what is drawn one number at a time. Seeded as <see cref="RandomLanes"/>.</summary>
public struct RandomSequence
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>The stream of one chunk of one purpose of one seed.</summary>
    public RandomSequence(ulong seed, StreamPurpose purpose, long chunk)
    {
        var mix = SplitMix64.For(seed, purpose, chunk);
        s0 = mix.Next();
        s1 = mix.Next();
        s2 = mix.Next();
        s3 = mix.Next();
    }

    /// <summary>A word, uniform on all 64-bit values.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number strictly between 0 and 1, symmetric around one half.</summary>
    public double NextOpen() => ((Next() >> 12) + 0.5) * (1.0 / 4503599627370496.0);

    /// <summary>A whole number from 0 up to and not including <paramref name="count"/>; bias below count / 2⁶⁴.</summary>
    public int NextBelow(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);
}
