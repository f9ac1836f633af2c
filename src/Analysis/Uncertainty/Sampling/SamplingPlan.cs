namespace Weerbaar.Analysis.Uncertainty.Sampling;

/// <summary>How a run draws: plain Monte Carlo, or a lattice with random shifts (randomised quasi-Monte Carlo).</summary>
public enum SamplingKind
{
    MonteCarlo,
    QuasiMonteCarlo,
}

/// <summary>
/// How many samples, from which seed, cut into which chunks. Nothing here depends on the machine: the same plan gives
/// the same bits anywhere. <see cref="Threads"/> only says how many hands do the work.
/// </summary>
public sealed record SamplingPlan
{
    /// <summary>Most samples of one run; the standard error of a probability is then below 5e-6.</summary>
    public const long MostSamples = 10_000_000_000;

    private const int PlainChunk = 8192;

    /// <param name="samples">1 to <see cref="MostSamples"/>. A quasi-Monte Carlo run rounds up to whole lattices.</param>
    /// <param name="seed">Any number; the same seed repeats the run.</param>
    public SamplingPlan(long samples, ulong seed = 1, SamplingKind kind = SamplingKind.MonteCarlo, int threads = 1)
    {
        if (samples is < 1 or > MostSamples)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples, $"A run draws 1 to {MostSamples} samples; for more precision than that, ask for an error to reach instead.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        (Seed, Kind, Threads) = (seed, kind, threads);
        ChunkSize = kind == SamplingKind.MonteCarlo ? PlainChunk : Lattice.SizeFor(samples);
        Samples = kind == SamplingKind.MonteCarlo ? samples : ChunkSize * Math.Max(8, (samples + ChunkSize - 1) / ChunkSize);
    }

    public long Samples { get; }

    public ulong Seed { get; }

    public SamplingKind Kind { get; }

    public int Threads { get; init; }

    /// <summary>Samples a chunk: for quasi-Monte Carlo one chunk is one shifted copy of the lattice.</summary>
    public int ChunkSize { get; }

    /// <summary>Number of chunks, numbered from 0; only the last may be smaller.</summary>
    public long Chunks => (Samples + ChunkSize - 1) / ChunkSize;

    /// <summary>Samples in one chunk.</summary>
    public int SizeOf(long chunk) => (int)Math.Min(ChunkSize, Samples - (chunk * ChunkSize));

    /// <summary>The chunks of part <paramref name="part"/> (counted from 1) of <paramref name="of"/>: from, up to and not including.</summary>
    public (long From, long To) Part(int part, int of)
    {
        if (of < 1 || part < 1 || part > of)
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, $"Part {part} of {of} does not exist; parts are counted from 1.");
        }

        // At most 2³⁰ chunks times 2³¹ parts.
        return (Chunks * (part - 1) / of, Chunks * part / of);
    }
}
