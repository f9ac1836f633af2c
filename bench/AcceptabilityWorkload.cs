using System.Globalization;
using System.Text;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Bench;

/// <summary>The generated table of triangular scores on which this engine and its peers are compared.</summary>
internal static class AcceptabilityWorkload
{
    internal const ulong Seed = 20260101;

    /// <summary>Low, best and high of every alternative on every criterion, row after row, to six decimals.</summary>
    internal static IEnumerable<(double Low, double Best, double High)> Scores(int alternatives, int criteria)
    {
        var random = new SplitMix64(Seed);
        for (var a = 0; a < alternatives; a++)
        {
            var level = random.NextDouble();
            for (var c = 0; c < criteria; c++)
            {
                var best = Math.Min(1.0, Math.Max(0.0, (0.55 * level) + (0.45 * random.NextDouble())));
                var low = Math.Max(0.0, best - 0.02 - (0.28 * random.NextDouble()));
                var high = Math.Min(1.0, best + 0.02 + (0.28 * random.NextDouble()));
                yield return (SixDecimals(low), SixDecimals(best), SixDecimals(high));
            }
        }
    }

    internal static AcceptabilityInput Input(int alternatives, int criteria, string variant = "plain") => new(
        alternatives,
        [.. Scores(alternatives, criteria).Select(s => Score(s, variant))],
        variant == "ranked" ? new RankOrderWeights(Enumerable.Range(0, criteria)) : new UniformWeights(criteria));

    internal static string Csv(int alternatives, int criteria)
    {
        var text = new StringBuilder("alt,crit,lo,best,hi\n");
        foreach (var (score, k) in Scores(alternatives, criteria).Select((s, k) => (s, k)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{k / criteria},{k % criteria},{score.Low:F6},{score.Best:F6},{score.High:F6}\n");
        }

        return text.ToString();
    }

    private static Distribution Score((double Low, double Best, double High) s, string variant) =>
        variant == "discrete" ? Classes(s) : new Triangular(s.Low, s.Best, s.High);

    // Class scores on a scale of five, the best class twice as likely as its ends.
    private static Discrete Classes((double Low, double Best, double High) s) =>
        new([(Class(s.Low), 1), (Class(s.Best), 2), (Class(s.High), 1)]);

    private static double Class(double score) => Math.Floor(Math.Min(score, 0.999) * 5) / 4;

    private static double SixDecimals(double x) => double.Parse(x.ToString("F6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
