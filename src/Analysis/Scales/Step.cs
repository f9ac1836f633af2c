namespace Weerbaar.Analysis.Scales;

/// <summary>One step of an axis: everything up to its bound and above the step before it.</summary>
/// <param name="Bound">The upper bound in the unit of the axis; null on the last step.</param>
/// <param name="Inclusive">Whether an amount on the bound belongs to this step ("up to") or to the next ("below").</param>
public sealed record Step(string Id, Words Label, double? Bound, bool Inclusive)
{
    public bool Holds(double amount) => Bound is not { } bound || amount < bound || (Inclusive && amount == bound);
}
