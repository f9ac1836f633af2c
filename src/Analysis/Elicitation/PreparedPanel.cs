namespace Weerbaar.Analysis.Elicitation;

/// <summary>A panel made ready for scoring: bounds, bins, information and sorted answers of every question, all on the question's axis.</summary>
internal sealed class PreparedPanel
{
    public PreparedPanel(Panel panel, double overshoot, CancellationToken cancellation)
    {
        Panel = panel;
        Levels = [.. panel.Levels];
        Probabilities = BinProbabilities(Levels);
        Questions = new PreparedQuestion[panel.Questions.Count];
        for (var question = 0; question < Questions.Length; question++)
        {
            cancellation.ThrowIfCancellationRequested();
            Questions[question] = new PreparedQuestion(panel, question, Probabilities, overshoot);
        }

        MostKnots = Questions.Max(question => question.Knots.Length);
    }

    public Panel Panel { get; }

    public double[] Levels { get; }

    public double[] Probabilities { get; }

    public PreparedQuestion[] Questions { get; }

    public int MostKnots { get; }

    public int Experts => Panel.Experts.Count;

    private static double[] BinProbabilities(double[] levels)
    {
        var probabilities = new double[levels.Length + 1];
        for (var bin = 0; bin <= levels.Length; bin++)
        {
            var to = bin < levels.Length ? levels[bin] : 1;
            probabilities[bin] = to - (bin > 0 ? levels[bin - 1] : 0);
        }

        return probabilities;
    }
}
