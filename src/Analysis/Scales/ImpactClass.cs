namespace Weerbaar.Analysis.Scales;

/// <summary>A class of impact.</summary>
/// <param name="Id">As written in judgements: A to E, X, A1 to A8.</param>
/// <param name="Level">0 for "not applicable", 1 for the lowest class and so on.</param>
public sealed record ImpactClass(string Id, Words Label, int Level) : IComparable<ImpactClass>
{
    public bool Applies => Level > 0;

    public static bool operator <(ImpactClass left, ImpactClass right) => left.Level < right.Level;

    public static bool operator >(ImpactClass left, ImpactClass right) => left.Level > right.Level;

    public static bool operator <=(ImpactClass left, ImpactClass right) => left.Level <= right.Level;

    public static bool operator >=(ImpactClass left, ImpactClass right) => left.Level >= right.Level;

    public int CompareTo(ImpactClass? other) => Level.CompareTo(other?.Level ?? -1);

    public override string ToString() => Id;
}
