namespace Weerbaar.Analysis.Elicitation;

/// <summary>Where the experts' weights come from.</summary>
public enum WeightRule
{
    /// <summary>Calibration × mean information over the seed questions: one weight for all questions.</summary>
    Global,

    /// <summary>Calibration × information on the question itself: a weight for each question.</summary>
    Item,

    /// <summary>Every expert the same weight. Needs no seed questions.</summary>
    Equal,

    /// <summary>Weights given from outside. Needs no seed questions.</summary>
    User,
}

/// <summary>Settings of <see cref="ClassicalModel"/>.</summary>
public sealed record ClassicalModelOptions
{
    public WeightRule Rule { get; init; } = WeightRule.Global;

    /// <summary>
    /// Lowest calibration that still gets weight, in [0, 1]; null searches the cut-off whose decision maker has the
    /// highest calibration × information. Only for <see cref="WeightRule.Global"/> and <see cref="WeightRule.Item"/>.
    /// </summary>
    public double? Cutoff { get; init; }

    /// <summary>Weights for <see cref="WeightRule.User"/>, in the order of the experts; zero or more, not all zero; need not sum to 1.</summary>
    public IReadOnlyList<double> UserWeights { get; init; } = [];

    /// <summary>Overshoot k above 0: how far, as a share of the range of all answers, the background measure reaches beyond it on both sides.</summary>
    public double Overshoot { get; init; } = 0.1;

    /// <summary>Power of the calibration test in (0, 1]; lower makes calibration tell less between experts.</summary>
    public double CalibrationPower { get; init; } = 1;

    internal bool ByPerformance => Rule is WeightRule.Global or WeightRule.Item;

    internal void Check(int experts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Overshoot);
        Require(double.IsFinite(Overshoot), "The overshoot must be a finite number.");
        Require(CalibrationPower is > 0 and <= 1, "The calibration power must lie in (0, 1].");
        Require(Cutoff is null or (>= 0 and <= 1), "The cut-off must lie in [0, 1].");
        Require(Cutoff is null || ByPerformance, "A cut-off on calibration needs global or item weights.");
        if (Rule == WeightRule.User)
        {
            Require(UserWeights.Count == experts, $"There are {UserWeights.Count} user weights for {experts} experts.");
            Require(double.IsFinite(UserWeights.Sum()), "The user weights must be finite, and their sum too.");
            Require(UserWeights.All(weight => double.IsFinite(weight) && weight >= 0), "User weights must be finite and not below zero.");
            Require(UserWeights.Any(weight => weight > 0), "At least one user weight must be above zero.");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
