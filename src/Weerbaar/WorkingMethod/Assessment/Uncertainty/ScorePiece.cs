using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>A part of what is thought possible: one value, or every value between two ends, with its weight.</summary>
/// <param name="IsLogarithmic">Equally likely on a logarithmic axis instead of a plain one.</param>
public readonly record struct ScorePiece(double From, double To, double Weight, bool IsLogarithmic)
{
    public static ScorePiece At(double value, double weight) => new(value, value, weight, false);

    public double Mean => From == To ? From
        : IsLogarithmic ? (To - From) / Elementary.Log(To / From)
        : (From + To) / 2;

    /// <summary>The value at a share of the way, from 0 to 1.</summary>
    internal double Within(double share) => IsLogarithmic && From < To
        ? From * Elementary.Exp(share * Elementary.Log(To / From))
        : From + (share * (To - From));
}

/// <summary>The pieces of one judgement as a distribution.</summary>
public sealed record PiecewiseScore : Distribution
{
    private readonly ScorePiece[] pieces;
    private readonly double[] upTo;

    private PiecewiseScore(ScorePiece[] pieces)
    {
        this.pieces = pieces;
        var (total, sum) = (pieces.Sum(p => p.Weight), 0.0);
        upTo = [.. pieces.Select(p => (sum += p.Weight) / total)];
        upTo[^1] = 1;
    }

    public override double Mean => pieces.Select((p, k) => p.Mean * (upTo[k] - (k == 0 ? 0 : upTo[k - 1]))).Sum();

    /// <summary>Single values go to the engine as a number known or a few classes, which it draws fastest.</summary>
    public static Distribution Of(IReadOnlyList<ScorePiece> pieces) =>
        pieces is [{ From: var only, To: var same }] && only == same ? new Fixed(only)
        : pieces.All(p => p.From == p.To) ? new Discrete(pieces.Select(p => (p.From, p.Weight)))
        : new PiecewiseScore([.. pieces.Where(p => p.Weight > 0).OrderBy(p => p.From)]);

    public override double Quantile(double p)
    {
        var found = Array.BinarySearch(upTo, Math.Clamp(p, 0, 1));
        var k = Math.Min(found < 0 ? ~found : found, pieces.Length - 1);
        var below = k == 0 ? 0 : upTo[k - 1];
        return pieces[k].Within(Math.Clamp((p - below) / (upTo[k] - below), 0, 1));
    }

    public bool Equals(PiecewiseScore? other) => other is not null && pieces.AsSpan().SequenceEqual(other.pieces);

    public override int GetHashCode() => HashCode.Combine(pieces.Length, pieces[0], pieces[^1]);
}
