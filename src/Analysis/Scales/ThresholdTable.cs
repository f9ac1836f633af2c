namespace Weerbaar.Analysis.Scales;

/// <summary>A class for every step of one axis.</summary>
/// <param name="Axis">The quantity with its steps.</param>
/// <param name="Classes">The class of each step, in the order of the steps.</param>
public sealed record ThresholdTable(Axis Axis, IReadOnlyList<ImpactClass> Classes) : ClassTable
{
    public override TableKind Kind => TableKind.Threshold;

    public override IReadOnlyList<Axis> Axes => [Axis];

    public ImpactClass Of(Step step) => Classes[Axis.Steps.IndexOf(step)];

    private protected override TableHit Find(CriterionInput input, ImpactScale scale) =>
        Axis.Find(input) is { } step ? new(step, null, Of(step)) : new(null, null, scale.NotApplicable);
}
