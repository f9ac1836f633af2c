using System.Globalization;
using System.Text;
using Weerbaar.Analysis.Elicitation;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Bench;

/// <summary>The generated panel on which this engine and its peers weigh experts: a bias and a spread for every expert.</summary>
internal sealed class PanelWorkload
{
    private SplitMix64 random = new(20260102);

    /// <summary>Question by question, expert by expert: the answer known, and the 5, 50 and 95 % quantiles, to six decimals.</summary>
    internal IEnumerable<(int Question, double Truth, int Expert, double[] Quantiles)> Answers(int experts, int seeds)
    {
        var bias = Enumerable.Range(0, experts).Select(_ => 0.8 * Normal()).ToArray();
        var spread = Enumerable.Range(0, experts).Select(_ => 0.25 + (1.25 * random.NextDouble())).ToArray();
        for (var question = 0; question <= seeds; question++)
        {
            var truth = 10 * Normal();
            for (var expert = 0; expert < experts; expert++)
            {
                var median = truth + (4 * ((0.6 * bias[expert]) + Normal()));
                var width = 1.6449 * 4 * spread[expert];
                double[] quantiles = [median - (width * Part()), median, median + (width * Part())];
                yield return (question, Math.Round(truth, 6), expert, [.. quantiles.Select(q => Math.Round(q, 6))]);
            }
        }
    }

    /// <summary>Every question but the last is a seed question.</summary>
    internal static Panel Panel(int experts, int seeds)
    {
        var answers = new PanelWorkload().Answers(experts, seeds).ToList();
        var questions = answers.Where(a => a.Expert == 0).Select(a => new Question($"{a.Question}", a.Question < seeds ? a.Truth : null));
        return new([0.05, 0.5, 0.95], [.. Enumerable.Range(0, experts).Select(e => $"{e}")], [.. questions], answers.SelectMany(a => a.Quantiles).ToArray());
    }

    internal static string Csv(int experts, int seeds)
    {
        var text = new StringBuilder("question,is_seed,realisation,expert,q05,q50,q95\n");
        foreach (var (question, truth, expert, q) in new PanelWorkload().Answers(experts, seeds))
        {
            text.Append(CultureInfo.InvariantCulture, $"{question},{(question < seeds ? 1 : 0)},{truth:F6},{expert},{q[0]:F6},{q[1]:F6},{q[2]:F6}\n");
        }

        return text.ToString();
    }

    private double Part() => 0.7 + (0.6 * random.NextDouble());

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
