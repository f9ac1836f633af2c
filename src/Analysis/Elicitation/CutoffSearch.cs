namespace Weerbaar.Analysis.Elicitation;

/// <summary>A decision maker: who takes part from which cut-off, what it says and how it scores.</summary>
internal sealed record DecisionMakerCandidate(double? Cutoff, bool[] Members, PerformanceScore Score, double[] Quantiles, double[] Information);

/// <summary>Builds the decision maker of each cut-off, adding experts from the best calibrated down, and picks the best.</summary>
internal sealed class CutoffSearch
{
    /// <summary>Relative slack within which calibrations are equal: the same counts in other bins differ in the last digits only.</summary>
    private const double Slack = 1e-9;

    private readonly PreparedPanel panel;
    private readonly ClassicalModelOptions options;
    private readonly bool[] included;
    private readonly PanelEvaluation evaluation;
    private readonly int[][] groups;
    private readonly double[] quantiles;
    private readonly double[] information;

    public CutoffSearch(PreparedPanel panel, ClassicalModelOptions options, bool[] included, PanelEvaluation evaluation)
    {
        (this.panel, this.options, this.included, this.evaluation) = (panel, options, included, evaluation);
        groups = Groups();
        quantiles = new double[groups.Length * included.Length * panel.Levels.Length];
        information = new double[groups.Length * included.Length];
    }

    /// <summary>The candidate with the highest calibration × information; of equals the one with the lowest cut-off.</summary>
    public DecisionMakerCandidate Best(IProgress<double>? progress, CancellationToken cancellation)
    {
        Fill(progress, cancellation);
        var (best, highest) = (-1, double.NegativeInfinity);
        for (var group = groups.Length - 1; group >= 0; group--)
        {
            var score = groups.Length == 1 ? 0 : ScoreOf(group).Combined;
            if (HasWeight(group) && score > highest + (1e-12 * Math.Abs(highest == double.NegativeInfinity ? 0 : highest)))
            {
                (best, highest) = (group, score);
            }
        }

        return best >= 0 ? Candidate(best) : throw NoWeight();
    }

    private int[][] Groups()
    {
        var everyone = Enumerable.Range(0, panel.Experts);
        if (!options.ByPerformance)
        {
            return [[.. everyone]];
        }

        var scored = everyone.Where(expert => evaluation.SeedAnswers[expert] > 0).ToArray();
        if (scored.Length == 0)
        {
            throw new ElicitationRefusedException("No expert answered a seed question, so weights by performance cannot be computed. Use equal or user weights, or add seed questions.");
        }

        return options.Cutoff is { } cutoff ? [Above(scored, cutoff)] : ByCalibration(scored);
    }

    private int[] Above(int[] scored, double cutoff)
    {
        var members = scored.Where(expert => evaluation.Scores[expert].Calibration >= cutoff * (1 - Slack)).ToArray();
        var highest = scored.Max(expert => evaluation.Scores[expert].Calibration);
        return members.Length > 0
            ? members
            : throw new ElicitationRefusedException(FormattableString.Invariant($"No expert reaches the cut-off {cutoff}: the highest calibration is {highest:G6}. Choose a lower cut-off."));
    }

    private int[][] ByCalibration(int[] scored)
    {
        var found = new List<List<int>>();
        var lowest = double.PositiveInfinity;
        var possible = scored.Where(expert => evaluation.Scores[expert].Calibration > 0);
        foreach (var expert in possible.OrderByDescending(expert => evaluation.Scores[expert].Calibration))
        {
            var calibration = evaluation.Scores[expert].Calibration;
            if (found.Count == 0 || calibration < lowest * (1 - Slack))
            {
                found.Add([]);
            }

            found[^1].Add(expert);
            lowest = calibration;
        }

        return [.. found.Select(group => group.ToArray())];
    }

    private void Fill(IProgress<double>? progress, CancellationToken cancellation)
    {
        var sweep = new LinearPoolSweep(panel);
        for (var i = 0; i < included.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (included[i] && panel.Questions[i].Answers > 0)
            {
                Fill(sweep, i);
            }
            else
            {
                Leave(i);
            }

            progress?.Report((i + 1.0) / included.Length);
        }
    }

    private void Fill(LinearPoolSweep sweep, int index)
    {
        var question = panel.Questions[index];
        sweep.Start(question);
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var expert in groups[group])
            {
                sweep.Add(expert, evaluation.WeightOn(question, expert));
            }

            var answer = QuantilesOf(group, index);
            sweep.Quantiles(answer);
            information[(group * included.Length) + index] = sweep.Total > 0
                ? Information.Score(answer, panel.Probabilities, question.Lower, question.Upper)
                : double.NaN;
        }
    }

    private void Leave(int question)
    {
        for (var group = 0; group < groups.Length; group++)
        {
            QuantilesOf(group, question).Fill(double.NaN);
            information[(group * included.Length) + question] = double.NaN;
        }
    }

    private Span<double> QuantilesOf(int group, int question) =>
        quantiles.AsSpan(((group * included.Length) + question) * panel.Levels.Length, panel.Levels.Length);

    private PerformanceScore ScoreOf(int group)
    {
        Span<int> counts = stackalloc int[panel.Probabilities.Length];
        var (seed, all, seeds, answers) = (0.0, 0.0, 0, 0);
        for (var i = 0; i < included.Length; i++)
        {
            var (question, value) = (panel.Questions[i], information[(group * included.Length) + i]);
            if (double.IsNaN(value))
            {
                continue;
            }

            all += value;
            answers++;
            if (question.IsSeed)
            {
                seed += value;
                seeds++;
                counts[PreparedQuestion.BinOf(question.Realisation, QuantilesOf(group, i))]++;
            }
        }

        var calibration = Calibration.Score(counts, panel.Probabilities, evaluation.SeedCount, options.CalibrationPower);
        return new PerformanceScore(calibration, seed / seeds, all / answers);
    }

    private bool HasWeight(int last)
    {
        for (var group = 0; group <= last; group++)
        {
            if (groups[group].Any(expert => evaluation.BaseWeight(expert) > 0))
            {
                return true;
            }
        }

        return false;
    }

    private DecisionMakerCandidate Candidate(int group)
    {
        var members = new bool[panel.Experts];
        foreach (var expert in groups.Take(group + 1).SelectMany(experts => experts))
        {
            members[expert] = true;
        }

        var size = included.Length * panel.Levels.Length;
        return new DecisionMakerCandidate(
            options.ByPerformance ? options.Cutoff ?? evaluation.Scores[groups[group][^1]].Calibration : null,
            members,
            ScoreOf(group),
            quantiles[(group * size)..((group + 1) * size)],
            information[(group * included.Length)..((group + 1) * included.Length)]);
    }

    private static ElicitationRefusedException NoWeight() =>
        new("Calibration × information is zero for every expert, so no one gets weight. Use equal or user weights.");
}
