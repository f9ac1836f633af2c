using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Analysis.Uncertainty;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>
/// What a judgement in classes means in values. The best class weighs most, and the weight falls in a straight line to
/// nothing one class beyond the lower and the upper one: B–C–D is 1 : 2 : 1. Each class counts as its own value, as in the
/// published method, or as every value of its interval, equally likely on the axis of the value function.
/// "Not applicable" is always 0, and no value lies above that of the highest class.
/// </summary>
public sealed class ClassScores(MethodEdition edition, ValueFunction value, bool withinClass)
{
    private const double HalfClass = 0.5;

    private readonly ImpactScale scale = edition.Impact;
    private readonly ImpactTerms terms = new(edition, value);

    /// <summary>A judgement on one criterion.</summary>
    public IReadOnlyList<ScorePiece> Of(Judgement judged) => [.. Of(Masses(judged)).Select(p => Counted(p, terms.Of))];

    /// <summary>An overall class that is given as such.</summary>
    public IReadOnlyList<ScorePiece> OfGiven(Judgement overall) => [.. Of(Masses(overall), GivenValue, Band).Select(p => Counted(p, terms.OfTotal))];

    /// <summary>Classes of which the probabilities are known.</summary>
    public IReadOnlyList<ScorePiece> Of(IEnumerable<(int Level, double Mass)> masses) => Of(masses, ValueOf, Interval);

    /// <summary>The highest of several judgements, class by class.</summary>
    public IReadOnlyList<ScorePiece> OfHighest(IEnumerable<Judgement> judged)
    {
        var all = judged.Select(j => Masses(j).ToList()).ToList();
        var upTo = Enumerable.Range(0, scale.Top + 1).Select(level => all.Aggregate(1.0, (p, masses) => p * masses.Where(m => m.Level <= level).Sum(m => m.Mass))).ToList();
        var masses = upTo.Select((p, level) => (level, p - (level == 0 ? 0 : upTo[level - 1]))).Where(m => m.Item2 > 0);
        return Of(masses);
    }

    /// <summary>The classes thought possible, each with its probability.</summary>
    public static IEnumerable<(int Level, double Mass)> Masses(Judgement judged)
    {
        var (low, best, high) = (judged.Lower.Level, judged.Best.Level, judged.Upper.Level);
        double Weight(int level) => level <= best ? (level - low + 1.0) / (best - low + 1) : (high + 1.0 - level) / (high - best + 1);
        var levels = Enumerable.Range(low, high - low + 1).ToList();
        var total = levels.Sum(Weight);
        return levels.Select(level => (level, Weight(level) / total));
    }

    private IReadOnlyList<ScorePiece> Of(IEnumerable<(int Level, double Mass)> masses, Func<int, double> one, Func<int, (double From, double To)> interval) =>
        [.. masses.Select(m => m.Level == 0 || !withinClass ? ScorePiece.At(one(m.Level), m.Mass) : Spread(interval(m.Level), m.Mass))];

    private ScorePiece Spread((double From, double To) ends, double mass) => new(ends.From, ends.To, mass, value is not LinearValue);

    private ScorePiece Counted(ScorePiece piece, Func<double, double> term) =>
        piece with { From = term(piece.From), To = term(piece.To), IsLogarithmic = piece.IsLogarithmic && !terms.AreLogarithms };

    private (double From, double To) Interval(int level) => (At(level - HalfClass), At(Math.Min(scale.Top, level + HalfClass)));

    private double ValueOf(int level) => value.Of(level, scale.Top);

    private double GivenValue(int level) => edition.Bands?.Representative(scale.At(level), value, scale) ?? ValueOf(level);

    private (double From, double To) Band(int level)
    {
        if (edition.Bands is not { Measure: BandMeasure.Value } bands)
        {
            return Interval(level);
        }

        var middle = GivenValue(level);
        return (level == 1 ? middle * middle / bands.Edges[0] : bands.Edges[level - 2], level == scale.Top ? middle * middle / bands.Edges[^1] : bands.Edges[level - 1]);
    }

    /// <summary>The value at a place between two classes, straight on the axis of the value function.</summary>
    private double At(double level)
    {
        var below = Math.Clamp((int)Math.Floor(level), 1, scale.Top - 1);
        var (one, next, part) = (ValueOf(below), ValueOf(below + 1), level - below);
        return value is LinearValue ? one + (part * (next - one)) : one * Elementary.Pow(next / one, part);
    }
}
