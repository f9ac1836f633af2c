namespace Weerbaar.Analysis.Scales;

/// <summary>A part of an edition (a table, a scale, a rule) with where it comes from.</summary>
public sealed record PartProvenance(Words Part, Provenance Provenance);
