using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.Analysis.Tests.Robustness;

/// <summary>
/// The benefit-risk model of JSMAA (github.com/tommite/jsmaa, SMAA2SimulationTest.testCorrectResultsWithBRModel): four
/// medicines, one log-normal benefit and five normal harms, values linear between the ends of each scale.
/// </summary>
internal static class BenefitRisk
{
    internal static readonly double[][] RankAcceptability = [[.20, .28, .30, .22], [.25, .29, .27, .19], [.17, .25, .29, .30], [.39, .18, .15, .29]];

    internal static readonly double[] Confidence = [.48, .44, .34, .74];

    internal static readonly double[][] CentralWeights =
    [
        [.08, .14, .23, .18, .16, .22],
        [.18, .17, .15, .13, .15, .22],
        [.21, .10, .22, .13, .15, .20],
        [.18, .21, .12, .21, .19, .09],
    ];

    private static readonly (double Low, double High)[] scales = [(.98, 1.23), (1, 20.6), (4.4, 24.4), (8, 31.3), (3.4, 21.3), (11.1, 34)];

    private static readonly (double, double)[][] medicines =
    [
        [(0, 0), (11.7, 2.5), (7.2, 1.45), (16.6, 3.27), (13.7, 1.89), (18.6, 1.79)],
        [(.086, .056), (9.2, 1.86), (10.6, 1.58), (21.2, 5.15), (14.3, 2.93), (18.3, 3.7)],
        [(.095, .044), (15.4, 2.65), (7.5, 1.48), (20.2, 3.78), (15.0, 3.21), (19.5, 2.6)],
        [(.113, .048), (5.5, 2.32), (15.7, 4.44), (12.8, 2.45), (11.2, 3.98), (31.0, 1.68)],
    ];

    internal static AcceptabilityInput Input() => new(4, [.. medicines.SelectMany(m => m.Select(Score))], new UniformWeights(6));

    private static Distribution Score((double Centre, double Spread) given, int criterion)
    {
        var (low, high) = scales[criterion];
        return criterion == 0
            ? new Linear(new LogNormal(given.Centre, given.Spread), -low / (high - low), 1 / (high - low))
            : new Linear(new Normal(given.Centre, given.Spread), high / (high - low), -1 / (high - low));
    }
}
