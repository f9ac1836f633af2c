namespace Weerbaar.Analysis.Scales;

/// <summary>v = level / top: each class counts the same step more. Used to see how much the exponent decides.</summary>
public sealed record LinearValue : ValueFunction
{
    public override string Id => "linear";

    public override Words Name { get; } = new("lineair", "linear");

    public override double LevelOf(double value, int top) => value * top;

    private protected override double OfClass(int level, int top) => (double)level / top;
}
