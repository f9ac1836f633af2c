namespace Weerbaar.Analysis.Scales;

/// <summary>A named set of weights of an edition.</summary>
/// <param name="Weights">By criterion; not negative, not all 0; they are scaled to add up to 1.</param>
public sealed record WeightProfile(string Id, Words Name, IReadOnlyDictionary<string, double> Weights, Provenance Provenance);
