using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>An impact judgement with its range: the lowest, the best and the highest class thought possible.</summary>
public sealed record Judgement
{
    /// <exception cref="MethodInputException">The classes do not rise from lower through best to upper.</exception>
    public Judgement(ImpactClass lower, ImpactClass best, ImpactClass upper)
    {
        if (lower > best || best > upper)
        {
            throw new MethodInputException("judgement", new(
                $"Laag {lower}, verwacht {best} en hoog {upper} lopen niet op.",
                $"Lower {lower}, best {best} and upper {upper} do not rise: put them in order."));
        }

        (Lower, Best, Upper) = (lower, best, upper);
    }

    public ImpactClass Lower { get; }

    public ImpactClass Best { get; }

    public ImpactClass Upper { get; }

    /// <summary>One class, without a range.</summary>
    public static Judgement Of(ImpactClass only) => new(only, only, only);
}
