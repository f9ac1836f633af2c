using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>A likelihood with its range: probabilities over the horizon, and the class each falls in.</summary>
public sealed record LikelihoodEstimate(
    Probability Lower, Probability Best, Probability Upper, double HorizonYears,
    LikelihoodClass LowerClass, LikelihoodClass Class, LikelihoodClass UpperClass);
