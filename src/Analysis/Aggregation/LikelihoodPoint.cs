using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>One end, or the best estimate, of a likelihood judgement, in the form it was given.</summary>
public abstract record LikelihoodPoint;

/// <summary>A class or sub-level of the scale: <c>C</c>, <c>C-high</c>. Stands for its interval.</summary>
public sealed record LevelPoint(string Level) : LikelihoodPoint;

/// <summary>A probability over the horizon of the scale.</summary>
public sealed record ProbabilityPoint(Probability Probability) : LikelihoodPoint;

/// <summary>A return period.</summary>
public sealed record ReturnPeriodPoint(ReturnPeriod Period) : LikelihoodPoint;
