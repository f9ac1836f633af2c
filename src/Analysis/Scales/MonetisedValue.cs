namespace Weerbaar.Analysis.Scales;

/// <summary>An amount of money for each class, rising, so that harm of different kinds can be added.</summary>
/// <param name="InCurrency">Three-letter code: EUR, CHF.</param>
/// <param name="Amounts">The amount of each class, above 0, from the lowest class up.</param>
public sealed record MonetisedValue(string InCurrency, IReadOnlyList<double> Amounts) : ValueFunction
{
    public override string Id => "money";

    public override Words Name => new($"in geld ({InCurrency})", $"in money ({InCurrency})");

    public override string Currency => InCurrency;

    public override double LevelOf(double value, int top) => 1 + Between.Level(Amounts, value, Math.Log);

    private protected override double OfClass(int level, int top) => Amounts[level - 1];
}
