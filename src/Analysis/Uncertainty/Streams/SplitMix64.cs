namespace Weerbaar.Analysis.Uncertainty.Streams;

/// <summary>
/// The 64-bit mixing sequence of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
/// Used to spread a seed over the state of a longer generator, and by workload generators.
/// </summary>
public struct SplitMix64(ulong state)
{
    private ulong state = state;

    /// <summary>The next word, uniform on all 64-bit values.</summary>
    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / 9007199254740992.0);

    /// <summary>The sequence that belongs to one chunk of one purpose of one seed; distinct chunks start at distinct states.</summary>
    public static SplitMix64 For(ulong seed, StreamPurpose purpose, long chunk)
    {
        var first = new SplitMix64(seed).Next() ^ ((ulong)purpose << 56);
        var second = new SplitMix64(first).Next() ^ (ulong)chunk;
        return new SplitMix64(new SplitMix64(second).Next());
    }
}
