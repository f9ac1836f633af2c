using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Sensitivity;

namespace Weerbaar.Analysis.Tests.Sensitivity;

/// <summary>Numbers and models drawn from a seed.</summary>
internal sealed class Draws(ulong seed)
{
    private ulong state = seed;

    /// <summary>Weighted sums of two to five alternatives on two to six criteria.</summary>
    public static Arbitrary<WeightedSumModel> Models { get; } = Arb.From(
        from seed in Gen.Choose(1, int.MaxValue)
        from alternatives in Gen.Choose(2, 5)
        from criteria in Gen.Choose(2, 6)
        select new Draws((ulong)seed).Model(alternatives, criteria));

    public static void Uniforms(int sample, Span<double> row)
    {
        var draws = new Draws((ulong)sample * 0xD1342543DE82EF95);
        foreach (ref var number in row)
        {
            number = draws.Uniform();
        }
    }

    public double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
    }

    /// <summary>A point of the simplex; now and then with zeros.</summary>
    public double[] Simplex(int size)
    {
        var parts = Enumerable.Range(0, size).Select(_ => Uniform() < 0.15 ? 0 : -Math.Log(Uniform())).ToArray();
        parts[0] += 0.01;
        return [.. parts.Select(part => part / parts.Sum())];
    }

    private WeightedSumModel Model(int alternatives, int criteria)
    {
        var scores = Enumerable.Range(0, alternatives * criteria).Select(_ => Score()).ToArray();
        return new WeightedSumModel(Simplex(criteria), scores);
    }

    private JudgedScore Score()
    {
        var best = Uniform();
        return new JudgedScore(best * Uniform(), best, best + ((1 - best) * Uniform()));
    }
}
