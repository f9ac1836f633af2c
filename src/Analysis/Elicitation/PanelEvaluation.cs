namespace Weerbaar.Analysis.Elicitation;

/// <summary>Scores of the experts on some of the questions, and the decision maker that follows from them.</summary>
internal sealed class PanelEvaluation
{
    private readonly PreparedPanel panel;
    private readonly ClassicalModelOptions options;
    private readonly bool[] included;

    public PanelEvaluation(PreparedPanel panel, ClassicalModelOptions options, bool[] included)
    {
        (this.panel, this.options, this.included) = (panel, options, included);
        Counts = new int[panel.Experts][];
        SeedAnswers = new int[panel.Experts];
        Scores = new PerformanceScore[panel.Experts];
        CountRealisations();
        SeedCount = SeedAnswers.Where(count => count > 0).DefaultIfEmpty(0).Min();
        for (var expert = 0; expert < panel.Experts; expert++)
        {
            Scores[expert] = ScoreOf(expert);
        }
    }

    public int[][] Counts { get; }

    public int[] SeedAnswers { get; }

    public PerformanceScore[] Scores { get; }

    public int SeedCount { get; }

    public DecisionMakerCandidate DecisionMaker(IProgress<double>? progress, CancellationToken cancellation) =>
        new CutoffSearch(panel, options, included, this).Best(progress, cancellation);

    /// <summary>Calibration × information, or the given weight, before any cut-off.</summary>
    public double BaseWeight(int expert) => options.Rule switch
    {
        WeightRule.Global => Scores[expert].Combined,
        WeightRule.Item => Scores[expert].Calibration,
        WeightRule.Equal => 1,
        WeightRule.User => options.UserWeights[expert],
        _ => throw new ArgumentOutOfRangeException(nameof(expert)),
    };

    public double WeightOn(PreparedQuestion question, int expert) =>
        options.Rule == WeightRule.Item ? BaseWeight(expert) * question.Information[expert] : BaseWeight(expert);

    private void CountRealisations()
    {
        for (var expert = 0; expert < panel.Experts; expert++)
        {
            var counts = new int[panel.Probabilities.Length];
            for (var question = 0; question < included.Length; question++)
            {
                if (included[question] && panel.Questions[question].Bins[expert] is >= 0 and var bin)
                {
                    counts[bin]++;
                    SeedAnswers[expert]++;
                }
            }

            Counts[expert] = counts;
        }
    }

    private PerformanceScore ScoreOf(int expert)
    {
        var (seed, all, seeds, answers) = (0.0, 0.0, 0, 0);
        for (var i = 0; i < included.Length; i++)
        {
            var question = panel.Questions[i];
            if (!included[i] || !question.Answered[expert])
            {
                continue;
            }

            all += question.Information[expert];
            answers++;
            seed += question.IsSeed ? question.Information[expert] : 0;
            seeds += question.IsSeed ? 1 : 0;
        }

        var calibration = Calibration.Score(Counts[expert], panel.Probabilities, SeedCount, options.CalibrationPower);
        return new PerformanceScore(calibration, seed / seeds, all / answers);
    }
}
