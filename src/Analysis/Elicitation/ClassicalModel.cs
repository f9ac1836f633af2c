namespace Weerbaar.Analysis.Elicitation;

/// <summary>
/// Cooke's classical model: experts are weighted by how well they did on questions whose answer is known, and their
/// distributions are pooled linearly into a decision maker that is scored like an expert.
/// Source: R. M. Cooke, Experts in Uncertainty, Oxford University Press 1991; A. R. Colson and R. M. Cooke,
/// Cross validation for the classical model of structured expert judgment, Reliability Engineering and System Safety 163 (2017).
/// Deterministic; time grows with questions × experts² × levels.
/// </summary>
public static class ClassicalModel
{
    /// <summary>Scores the experts and forms the decision maker.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two questions.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="ElicitationRefusedException">The panel cannot be weighted this way, for example without seed questions.</exception>
    public static ClassicalModelResult Solve(
        Panel panel, ClassicalModelOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        options ??= new ClassicalModelOptions();
        options.Check(panel.Experts.Count);
        var prepared = new PreparedPanel(panel, options.Overshoot, cancellation);
        var included = new bool[prepared.Questions.Length];
        included.AsSpan().Fill(true);
        var evaluation = new PanelEvaluation(prepared, options, included);
        return Report(prepared, options, evaluation, evaluation.DecisionMaker(progress, cancellation));
    }

    private static ClassicalModelResult Report(PreparedPanel panel, ClassicalModelOptions options, PanelEvaluation evaluation, DecisionMakerCandidate decisionMaker)
    {
        var questions = new QuestionResult[panel.Questions.Length];
        for (var i = 0; i < questions.Length; i++)
        {
            questions[i] = Report(panel, i, WeightsOn(panel.Questions[i], evaluation, decisionMaker), decisionMaker);
        }

        var shares = Shares(questions, panel.Experts, options, evaluation, decisionMaker);
        var experts = new ExpertResult[panel.Experts];
        for (var expert = 0; expert < experts.Length; expert++)
        {
            var score = evaluation.Scores[expert];
            var weight = decisionMaker.Members[expert] || double.IsNaN(score.Calibration) ? score.Combined : 0;
            experts[expert] = new ExpertResult(panel.Panel.Experts[expert], score, evaluation.SeedAnswers[expert], evaluation.Counts[expert], weight, shares[expert]);
        }

        return new ClassicalModelResult(panel.Levels, options.Rule, decisionMaker.Cutoff, evaluation.SeedCount, experts, decisionMaker.Score, questions);
    }

    private static QuestionResult Report(PreparedPanel panel, int index, double[] weights, DecisionMakerCandidate decisionMaker)
    {
        var question = panel.Questions[index];
        var quantiles = decisionMaker.Quantiles.AsSpan(index * panel.Levels.Length, panel.Levels.Length).ToArray();
        for (var level = 0; level < quantiles.Length; level++)
        {
            quantiles[level] = AsGiven(question.Question.FromAxis(quantiles[level]), panel.Panel, index);
        }

        return new QuestionResult(
            question.Question,
            question.Question.FromAxis(question.Lower),
            question.Question.FromAxis(question.Upper),
            quantiles,
            decisionMaker.Information[index],
            weights,
            question.Answers);
    }

    /// <summary>The answer an expert gave when the value equals it but for the rounding of logarithm and exponent.</summary>
    private static double AsGiven(double value, Panel panel, int question)
    {
        for (var expert = 0; expert < panel.Experts.Count && panel.Questions[question].Scale == QuestionScale.Logarithmic; expert++)
        {
            foreach (var given in panel.Answer(question, expert))
            {
                if (Math.Abs(value - given) <= 1e-13 * given)
                {
                    return given;
                }
            }
        }

        return value;
    }

    private static double[] WeightsOn(PreparedQuestion question, PanelEvaluation evaluation, DecisionMakerCandidate decisionMaker)
    {
        var weights = new double[decisionMaker.Members.Length];
        for (var expert = 0; expert < weights.Length; expert++)
        {
            weights[expert] = decisionMaker.Members[expert] && question.Answered[expert] ? evaluation.WeightOn(question, expert) : 0;
        }

        return Normalise(weights);
    }

    private static double[] Shares(QuestionResult[] questions, int experts, ClassicalModelOptions options, PanelEvaluation evaluation, DecisionMakerCandidate decisionMaker)
    {
        var shares = new double[experts];
        for (var expert = 0; expert < experts; expert++)
        {
            shares[expert] = options.Rule == WeightRule.Item
                ? questions.Sum(question => question.Weights[expert])
                : decisionMaker.Members[expert] ? evaluation.BaseWeight(expert) : 0;
        }

        return Normalise(shares);
    }

    private static double[] Normalise(double[] weights)
    {
        var total = weights.Sum();
        for (var i = 0; i < weights.Length && total > 0; i++)
        {
            weights[i] /= total;
        }

        return weights;
    }
}
