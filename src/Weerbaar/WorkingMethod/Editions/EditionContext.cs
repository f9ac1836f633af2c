using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>What tables of an edition refer to.</summary>
internal sealed record EditionContext(
    IReadOnlyList<Source> Sources, ImpactScale Scale, IReadOnlyList<Axis> Axes, IReadOnlyList<IndicatorMark> Marks);
