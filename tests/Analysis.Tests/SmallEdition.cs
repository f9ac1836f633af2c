using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests;

/// <summary>An edition with the ten criteria and five interests of 2009, every class given directly.</summary>
internal static class SmallEdition
{
    public static Provenance Known { get; } = new(new("test", Words.Same("Test"), "https://example.org"), true, new(2026, 1, 1));

    public static ImpactScale Scale { get; } = new(
        new("X", Words.Same("X"), 0),
        [.. "ABCDE".Select((letter, i) => new ImpactClass($"{letter}", Words.Same($"{letter}"), i + 1))],
        Known);

    public static LikelihoodScale Likelihood { get; } = new()
    {
        HazardHorizonYears = 5,
        MaliciousHorizonYears = 2,
        HorizonProvenance = Known,
        Provenance = Known,
        Classes =
        [
            Class("A", 1, 0.000005, 0.0005),
            Class("B", 2, 0.0005, 0.005),
            Class("C", 3, 0.005, 0.05, Sub("low", 0.005, 0.01), Sub("mid", 0.01, 0.025), Sub("high", 0.025, 0.05)),
            Class("D", 4, 0.05, 0.5, Sub("low", 0.05, 0.1), Sub("mid", 0.1, 0.25), Sub("high", 0.25, 0.5)),
            Class("E", 5, 0.5, 1),
        ],
    };

    public static MethodEdition Edition { get; } = new()
    {
        Id = "small",
        Title = Words.Same("Small"),
        Version = new(2026, 1, 1),
        Sources = [Known.Source],
        Interests = [.. "12345".Select(i => new Interest($"{i}", Words.Same($"{i}")))],
        Criteria = [.. new[] { "1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "4.1", "5.1", "5.2", "5.3" }.Select(Direct)],
        Impact = Scale,
        Likelihood = Likelihood,
        Value = new ExponentialValue(3),
        ValueProvenance = Known,
        DefaultWeights = "equal-per-criterion",
        WeightsProvenance = Known,
        Overall = new(AggregationRule.WeightedSum, Known),
        Bands = new(BandMeasure.Level, [1.5, 2.5, 3.5, 4.5], Known),
    };

    public static ImpactClass Class(string id) => Scale.Find(id)!;

    public static Criterion Direct(string id) => new()
    {
        Id = id,
        Interest = id[..1],
        Name = Words.Same(id),
        Tables = [new DirectTable { Id = id, Name = Words.Same(id), Provenance = Known }],
    };

    private static LikelihoodClass Class(string id, int level, double from, double to, params SubLevel[] subLevels) =>
        new(id, Words.Same(id), level, new(from), new(to), subLevels);

    private static SubLevel Sub(string id, double from, double to) => new(id, Words.Same(id), new Probability(from), new Probability(to));
}
