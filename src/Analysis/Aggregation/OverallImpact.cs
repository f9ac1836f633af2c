using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>The overall impact with its range: from 0 to 1, or money, and the class of each where the edition has bands.</summary>
public sealed record OverallImpact(
    double Lower, double Best, double Upper, ImpactClass? LowerBand, ImpactClass? Band, ImpactClass? UpperBand);
