namespace Weerbaar.Analysis.Scales;

/// <summary>A publication that tables of an edition come from.</summary>
/// <param name="Address">Where it can be read; empty when no address is known.</param>
public sealed record Source(string Id, Words Title, string Address);
