using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Scales;

/// <summary>A part of a likelihood class: low, middle or high.</summary>
/// <param name="Id">With the class and a dash it is how the level is written: C-high.</param>
public sealed record SubLevel(string Id, Words Label, Probability From, Probability To);
