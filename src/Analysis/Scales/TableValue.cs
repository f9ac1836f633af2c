namespace Weerbaar.Analysis.Scales;

/// <summary>A value written out for each class, from 0 to 1, rising.</summary>
/// <param name="Values">The value of each class, from the lowest class up.</param>
public sealed record TableValue(IReadOnlyList<double> Values) : ValueFunction
{
    public override string Id => "table";

    public override Words Name { get; } = new("volgens tabel", "by table");

    public override double LevelOf(double value, int top) => Between.Level(Values.Prepend(0).ToList(), value, v => v);

    private protected override double OfClass(int level, int top) => Values[level - 1];
}
