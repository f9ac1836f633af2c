namespace Weerbaar.Analysis.Scales;

/// <summary>The impact classes of an edition from low to high, and the class for "not applicable", which counts as no impact.</summary>
public sealed record ImpactScale(ImpactClass NotApplicable, IReadOnlyList<ImpactClass> Classes, Provenance Provenance)
{
    /// <summary>The level of the highest class.</summary>
    public int Top => Classes.Count;

    /// <summary>"Not applicable" and then the classes from low to high: what a reader may choose from.</summary>
    public IEnumerable<ImpactClass> Choices => Classes.Prepend(NotApplicable);

    public ImpactClass At(int level) => level == 0 ? NotApplicable : Classes[level - 1];

    /// <summary>The class with this id, or null.</summary>
    public ImpactClass? Find(string id) => Choices.FirstOrDefault(c => c.Id == id);

    /// <summary>The class so many steps higher, kept on the scale. What is not applicable stays so.</summary>
    public ImpactClass Shift(ImpactClass from, int steps) =>
        from.Applies ? At(Math.Clamp(from.Level + steps, 1, Top)) : from;
}
