using System.Globalization;

namespace Weerbaar.Analysis.Scales;

/// <summary>v = b^(level − top): the highest class counts 1, each class below it b times less.</summary>
public sealed record ExponentialValue : ValueFunction
{
    /// <param name="base">Finite and above 1.</param>
    public ExponentialValue(double @base)
    {
        Base = @base > 1 && double.IsFinite(@base)
            ? @base
            : throw new ArgumentOutOfRangeException(nameof(@base), @base, "The base of a value function is finite and above 1.");
    }

    public double Base { get; }

    public override string Id => "base" + Base.ToString(CultureInfo.InvariantCulture);

    public override Words Name => new(
        $"exponentieel, grondtal {Base.ToString(CultureInfo.GetCultureInfo("nl-NL"))}",
        $"exponential, base {Base.ToString(CultureInfo.InvariantCulture)}");

    public override double LevelOf(double value, int top) => top + (Math.Log(value) / Math.Log(Base));

    private protected override double OfClass(int level, int top) => 1 / Math.Pow(Base, top - level);
}
