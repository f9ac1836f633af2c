using System.Numerics;

namespace Weerbaar.Analysis.Elicitation;

/// <summary>
/// The linear pool F = Σ w F_e of piecewise linear distributions on one question, built up expert by expert on the
/// sorted answers of all, so that the pools of every cut-off come out of one pass.
/// </summary>
internal sealed class LinearPoolSweep(PreparedPanel panel)
{
    /// <summary>Relative slack with which a level counts as reached at a knot, against rounding of sums of weights.</summary>
    private const double Slack = 1e-13;

    private readonly double[] cumulative = new double[panel.MostKnots];
    private PreparedQuestion question = panel.Questions[0];

    /// <summary>Sum of the weights of who was added and answered.</summary>
    public double Total { get; private set; }

    public void Start(PreparedQuestion next)
    {
        question = next;
        Total = 0;
        cumulative.AsSpan(0, next.Knots.Length).Clear();
    }

    /// <summary>Adds an expert with a weight; nothing happens without an answer.</summary>
    public void Add(int expert, double weight)
    {
        if (!question.Answered[expert] || !(weight > 0))
        {
            return;
        }

        var values = question.Values(expert);
        var ranks = question.Ranks(expert);
        var (from, at, level) = (question.Lower, 0, 0.0);
        for (var bin = 0; bin <= values.Length; bin++)
        {
            var to = bin < values.Length ? values[bin] : question.Upper;
            var end = bin < values.Length ? ranks[bin] : question.Knots.Length;
            AddSegment(at, end, from, weight * level, weight * (panel.Probabilities[bin] / (to - from)));
            (from, at, level) = (to, end, bin < values.Length ? panel.Levels[bin] : 1);
        }

        Total += weight;
    }

    /// <summary>Quantiles of the pool on the question's axis; NaN when nobody with weight answered.</summary>
    public void Quantiles(Span<double> quantiles)
    {
        if (Total <= 0)
        {
            quantiles.Fill(double.NaN);
            return;
        }

        var start = 0;
        for (var level = 0; level < quantiles.Length; level++)
        {
            quantiles[level] = Inverse(panel.Levels[level] * Total, ref start);
        }
    }

    private double Inverse(double target, ref int start)
    {
        var (low, high) = (start, question.Knots.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cumulative[middle] >= target - (Slack * Total))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        start = low;
        var knots = question.Knots;
        return low == 0 || cumulative[low] <= target + (Slack * Total)
            ? knots[Nearest(target, low)]
            : knots[low - 1] + ((target - cumulative[low - 1]) / (cumulative[low] - cumulative[low - 1]) * (knots[low] - knots[low - 1]));
    }

    /// <summary>Of several knots at the level but for rounding, the one where it is reached most exactly.</summary>
    private int Nearest(double target, int knot)
    {
        while (knot + 1 < question.Knots.Length && Math.Abs(cumulative[knot + 1] - target) < Math.Abs(cumulative[knot] - target))
        {
            knot++;
        }

        return knot;
    }

    private void AddSegment(int start, int end, double from, double level, double slope)
    {
        var knots = question.Knots.AsSpan(start, end - start);
        var sums = cumulative.AsSpan(start, end - start);
        var i = 0;
        for (; i <= knots.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var distance = new Vector<double>(knots[i..]) - new Vector<double>(from);
            ((new Vector<double>(sums[i..]) + new Vector<double>(level)) + (distance * slope)).CopyTo(sums[i..]);
        }

        for (; i < knots.Length; i++)
        {
            sums[i] = sums[i] + level + ((knots[i] - from) * slope);
        }
    }
}
