using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// What was counted in some chunks. Only whole numbers, so tallies add up to the same bits in any order and any
/// division over threads, processes or machines.
/// </summary>
public sealed class AcceptabilityTally
{
    /// <param name="points">Points of a lattice; 0 for plain Monte Carlo.</param>
    internal AcceptabilityTally(int alternatives, int criteria, int points)
    {
        Ranks = new long[alternatives * alternatives];
        Wins = new long[alternatives * alternatives];
        ValueSteps = new long[alternatives];
        Central = new long[alternatives * criteria];
        CentralSquares = new long[alternatives * criteria];
        RankSquares = new long[points > 0 ? Ranks.Length : 0];
        WinSquares = new long[points > 0 ? Wins.Length : 0];
        ValueLattices = new LatticeSums(ValueSteps.Length, points);
        CentralLattices = new LatticeSums(Central.Length, points);
    }

    /// <summary>Samples counted.</summary>
    public long Samples { get; internal set; }

    /// <summary>Shifted lattices counted; 0 for plain Monte Carlo.</summary>
    public long Replicates { get; internal set; }

    /// <summary>How often each alternative (row) had each rank (column).</summary>
    public long[] Ranks { get; }

    /// <summary>How often the alternative of the row came before that of the column; above the diagonal only.</summary>
    public long[] Wins { get; }

    /// <summary>Per alternative the sum of its distances below the highest value, in steps of the key.</summary>
    public long[] ValueSteps { get; }

    /// <summary>Per alternative and criterion the sum of the weights that put it first, in units of 2⁻²⁴.</summary>
    public long[] Central { get; }

    /// <summary>The same for squares of weights, in units of 2⁻³².</summary>
    public long[] CentralSquares { get; }

    /// <summary>Per cell the sum over lattices of squared counts.</summary>
    public long[] RankSquares { get; }

    /// <summary>Per cell the sum over lattices of squared wins.</summary>
    public long[] WinSquares { get; }

    /// <summary>All arrays in a fixed order, for storage and for adding up.</summary>
    public IReadOnlyList<long[]> Arrays =>
        [Ranks, Wins, ValueSteps, Central, CentralSquares, RankSquares, WinSquares, .. ValueLattices.Arrays, .. CentralLattices.Arrays];

    /// <summary>How far the sums of <see cref="ValueSteps"/> differ from lattice to lattice.</summary>
    internal LatticeSums ValueLattices { get; }

    /// <summary>The same for <see cref="Central"/>, beside how often the alternative was first.</summary>
    internal LatticeSums CentralLattices { get; }

    /// <summary>A tally as it was stored: <paramref name="arrays"/> in the order of <see cref="Arrays"/>.</summary>
    public static AcceptabilityTally From(AcceptabilityInput input, SamplingPlan plan, IReadOnlyList<long[]> arrays, long samples, long replicates)
    {
        var tally = new AcceptabilityTally(input.Alternatives, input.Criteria, plan.Kind == SamplingKind.QuasiMonteCarlo ? plan.ChunkSize : 0) { Samples = samples, Replicates = replicates };
        if (arrays.Count != tally.Arrays.Count || arrays.Zip(tally.Arrays).Any(pair => pair.First.Length != pair.Second.Length))
        {
            throw new ArgumentException("The stored counts do not have the size of this input.", nameof(arrays));
        }

        foreach (var (mine, theirs) in tally.Arrays.Zip(arrays))
        {
            theirs.CopyTo(mine, 0);
        }

        return tally;
    }

    /// <summary>Adds what another tally counted.</summary>
    public void Add(AcceptabilityTally other)
    {
        Samples += other.Samples;
        Replicates += other.Replicates;
        foreach (var (mine, theirs) in Arrays.Zip(other.Arrays))
        {
            for (var k = 0; k < mine.Length; k++)
            {
                mine[k] += theirs[k];
            }
        }
    }
}
