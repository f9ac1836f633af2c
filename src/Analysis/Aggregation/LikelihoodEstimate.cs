using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>A likelihood with its range: probabilities over the horizon, and the class and sub-level each was given as or falls in.</summary>
public sealed record LikelihoodEstimate(
    Probability Lower, Probability Best, Probability Upper, double HorizonYears,
    LikelihoodLevel LowerLevel, LikelihoodLevel Level, LikelihoodLevel UpperLevel)
{
    public LikelihoodClass LowerClass => LowerLevel.Class;

    public LikelihoodClass Class => Level.Class;

    public LikelihoodClass UpperClass => UpperLevel.Class;

    /// <summary>Whether it says more than a class.</summary>
    public bool HasSubLevel => new[] { LowerLevel, Level, UpperLevel }.Any(l => l.SubLevel is not null);
}
