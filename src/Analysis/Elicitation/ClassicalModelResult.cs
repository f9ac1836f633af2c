namespace Weerbaar.Analysis.Elicitation;

/// <summary>How good an expert, or a decision maker, proved to be.</summary>
/// <param name="Calibration">p-value in [0, 1] of the hypothesis that the stated probabilities are right; NaN without seed answers.</param>
/// <param name="InformationSeed">Mean information over the answered seed questions, in nats, 0 or more; NaN without any.</param>
/// <param name="InformationAll">Mean information over all answered questions, in nats, 0 or more; NaN without any.</param>
public readonly record struct PerformanceScore(double Calibration, double InformationSeed, double InformationAll)
{
    /// <summary>Calibration × information on the seed questions.</summary>
    public double Combined => Calibration * InformationSeed;
}

/// <summary>One expert's scores and weight.</summary>
/// <param name="Name">The expert.</param>
/// <param name="Score">Calibration and information.</param>
/// <param name="SeedAnswers">Number of seed questions answered.</param>
/// <param name="Counts">Number of realisations in each bin between the expert's quantiles, lowest first.</param>
/// <param name="Weight">Calibration × information when the calibration reaches the cut-off, else 0; NaN without seed answers.</param>
/// <param name="NormalisedWeight">Share in the decision maker; sums to 1 over the experts. With item weights the mean share over the questions.</param>
public sealed record ExpertResult(string Name, PerformanceScore Score, int SeedAnswers, IReadOnlyList<int> Counts, double Weight, double NormalisedWeight);

/// <summary>What the decision maker says on one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Lower">Lower end of the background measure, in the question's unit; NaN when nobody answered.</param>
/// <param name="Upper">Upper end of the background measure, in the question's unit.</param>
/// <param name="Quantiles">The decision maker's quantiles at the levels of the panel; NaN when no expert with weight answered.</param>
/// <param name="Information">Information of the decision maker on this question, in nats.</param>
/// <param name="Weights">Weight of each expert on this question: 0 for who did not answer, summing to 1.</param>
/// <param name="Answers">Number of experts who answered.</param>
public sealed record QuestionResult(
    Question Question,
    double Lower,
    double Upper,
    IReadOnlyList<double> Quantiles,
    double Information,
    IReadOnlyList<double> Weights,
    int Answers);

/// <summary>The outcome of <see cref="ClassicalModel"/>.</summary>
/// <param name="Levels">Levels of all quantiles.</param>
/// <param name="Rule">Where the weights came from.</param>
/// <param name="Cutoff">The cut-off used, given or found; null with equal or user weights.</param>
/// <param name="SeedCount">Number of seed questions on which all calibrations are compared: the lowest number any expert answered.</param>
/// <param name="Experts">The experts, in the order of the panel.</param>
/// <param name="DecisionMaker">The scores of the decision maker as if it were an expert.</param>
/// <param name="Questions">The decision maker's answers, in the order of the panel.</param>
public sealed record ClassicalModelResult(
    IReadOnlyList<double> Levels,
    WeightRule Rule,
    double? Cutoff,
    int SeedCount,
    IReadOnlyList<ExpertResult> Experts,
    PerformanceScore DecisionMaker,
    IReadOnlyList<QuestionResult> Questions);

/// <summary>The panel cannot be weighted as asked. The message says why and what can be done.</summary>
public sealed class ElicitationRefusedException : InvalidOperationException
{
    public ElicitationRefusedException()
    {
    }

    public ElicitationRefusedException(string message)
        : base(message)
    {
    }

    public ElicitationRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
