namespace Weerbaar.Analysis.Sensitivity;

/// <summary>A judged score: lower, best and upper value of one alternative on one criterion, rising and finite.</summary>
public readonly record struct JudgedScore(double Lower, double Best, double Upper)
{
    /// <summary>Variance of the triangular distribution over the range: (a² + b² + c² − ab − ac − bc) / 18.</summary>
    public double Variance =>
        ((Lower * Lower) + (Best * Best) + (Upper * Upper) - (Lower * Best) - (Lower * Upper) - (Best * Upper)) / 18;

    /// <summary>Mean of the triangular distribution over the range.</summary>
    public double Mean => (Lower + Best + Upper) / 3;

    /// <summary>Quantile of the triangular distribution over the range at a level in [0, 1].</summary>
    public double Quantile(double level)
    {
        var width = Upper - Lower;
        if (width <= 0)
        {
            return Best;
        }

        var turn = (Best - Lower) / width;
        return level < turn
            ? Lower + Math.Sqrt(level * width * (Best - Lower))
            : Upper - Math.Sqrt((1 - level) * width * (Upper - Best));
    }

    internal bool IsInOrder => double.IsFinite(Lower) && double.IsFinite(Upper) && Lower <= Best && Best <= Upper;
}

/// <summary>Alternatives valued by a weighted sum V_i = Σ w_c v_ic of judged scores.</summary>
public sealed class WeightedSumModel
{
    private readonly double[] weights;
    private readonly JudgedScore[] scores;

    /// <param name="weights">One per criterion, 0 or more, summing to 1 (within 1e-9).</param>
    /// <param name="scores">Judgements in the order alternative, criterion.</param>
    /// <exception cref="ArgumentException">Something of the above does not hold.</exception>
    public WeightedSumModel(ReadOnlySpan<double> weights, ReadOnlySpan<JudgedScore> scores)
    {
        this.weights = weights.ToArray();
        this.scores = scores.ToArray();
        if (this.weights.Length == 0 || this.scores.Length == 0 || this.scores.Length % this.weights.Length != 0)
        {
            throw new ArgumentException("There must be a judgement for every alternative on every criterion, and at least one of each.");
        }

        if (!this.weights.All(weight => weight >= 0) || Math.Abs(this.weights.Sum() - 1) > 1e-9)
        {
            throw new ArgumentException("Weights must be 0 or more and sum to 1.", nameof(weights));
        }

        var total = this.weights.Sum();
        for (var criterion = 0; criterion < this.weights.Length; criterion++)
        {
            this.weights[criterion] /= total;
        }

        var wrong = Array.FindIndex(this.scores, score => !score.IsInOrder);
        if (wrong >= 0)
        {
            throw new ArgumentException($"The judgement of alternative {wrong / Criteria} on criterion {wrong % Criteria} must be finite with lower ≤ best ≤ upper.", nameof(scores));
        }
    }

    public int Criteria => weights.Length;

    public int Alternatives => scores.Length / weights.Length;

    public ReadOnlySpan<double> Weights => weights;

    public ReadOnlySpan<JudgedScore> Scores(int alternative) => scores.AsSpan(alternative * Criteria, Criteria);

    /// <summary>Value of an alternative at the best estimates.</summary>
    public double Value(int alternative)
    {
        var sum = 0.0;
        var row = Scores(alternative);
        for (var criterion = 0; criterion < row.Length; criterion++)
        {
            sum += weights[criterion] * row[criterion].Best;
        }

        return sum;
    }

    /// <summary>V_i − V_j at the best estimates.</summary>
    public double Lead(int alternative, int over) => Value(alternative) - Value(over);

    internal double[] BestDifference(int alternative, int over)
    {
        var one = Scores(alternative);
        var other = Scores(over);
        var difference = new double[Criteria];
        for (var criterion = 0; criterion < difference.Length; criterion++)
        {
            difference[criterion] = one[criterion].Best - other[criterion].Best;
        }

        return difference;
    }
}
