using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Analysis.Tests.Elicitation;

/// <summary>Panels of any size from a seed, by a splitmix64 stream, with numbers rounded to six decimals.</summary>
internal sealed class SyntheticPanel(ulong seed)
{
    private ulong state = seed;

    public static Panel Of(int experts, int seeds, ulong seed) => new SyntheticPanel(seed).Draw(experts, seeds);

    private Panel Draw(int experts, int seeds)
    {
        var bias = Enumerable.Range(0, experts).Select(_ => 0.8 * Normal()).ToArray();
        var spread = Enumerable.Range(0, experts).Select(_ => 0.25 + (1.25 * Uniform())).ToArray();
        var (questions, answers) = (new List<Question>(), new List<double>());
        for (var question = 0; question <= seeds; question++)
        {
            var truth = 10 * Normal();
            questions.Add(new Question($"{question}", question < seeds ? Math.Round(truth, 6) : null));
            for (var expert = 0; expert < experts; expert++)
            {
                answers.AddRange(Answer(truth + (4 * ((0.6 * bias[expert]) + Normal())), 1.6449 * 4 * spread[expert]));
            }
        }

        return new Panel([0.05, 0.5, 0.95], [.. Enumerable.Range(0, experts).Select(expert => $"{expert}")], questions, answers.ToArray());
    }

    private double[] Answer(double median, double width)
    {
        var low = median - (width * (0.7 + (0.6 * Uniform())));
        var high = median + (width * (0.7 + (0.6 * Uniform())));
        return [Math.Round(low, 6), Math.Round(median, 6), Math.Round(high, 6)];
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    private double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
    }
}
