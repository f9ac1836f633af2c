namespace Weerbaar.Analysis.Elicitation;

/// <summary>One question made ready: everything the scores and the pool need, on the question's axis.</summary>
internal sealed class PreparedQuestion
{
    private readonly double[] values;
    private readonly int[] ranks;

    public PreparedQuestion(Panel panel, int question, double[] probabilities, double overshoot)
    {
        Question = panel.Questions[question];
        Realisation = Question.Realisation is { } value ? Question.OnAxis(value) : double.NaN;
        values = new double[panel.Experts.Count * panel.Levels.Count];
        ranks = new int[values.Length];
        Answered = new bool[panel.Experts.Count];
        Information = new double[panel.Experts.Count];
        Bins = new int[panel.Experts.Count];
        ReadAnswers(panel, question);
        Knots = Answers > 0 ? SortKnots(overshoot) : [];
        ScoreAnswers(panel.Levels.Count, probabilities);
    }

    public Question Question { get; }

    /// <summary>The true value on the axis; NaN for a target question.</summary>
    public double Realisation { get; }

    public bool IsSeed => Question.IsSeed;

    /// <summary>The bounds and all distinct answers between them, rising; empty when nobody answered.</summary>
    public double[] Knots { get; private set; }

    public double Lower => Knots.Length > 0 ? Knots[0] : double.NaN;

    public double Upper => Knots.Length > 0 ? Knots[^1] : double.NaN;

    public bool[] Answered { get; }

    public int Answers { get; private set; }

    /// <summary>Information per expert; 0 without an answer.</summary>
    public double[] Information { get; }

    /// <summary>Bin the realisation fell in, per expert; −1 without an answer or a realisation.</summary>
    public int[] Bins { get; }

    public ReadOnlySpan<double> Values(int expert) => values.AsSpan(expert * LevelCount, LevelCount);

    /// <summary>Places of the expert's quantiles among the knots.</summary>
    public ReadOnlySpan<int> Ranks(int expert) => ranks.AsSpan(expert * LevelCount, LevelCount);

    private int LevelCount => values.Length / Answered.Length;

    /// <summary>The bin a realisation falls in; a value on a quantile belongs to the bin below it.</summary>
    public static int BinOf(double realisation, ReadOnlySpan<double> quantiles)
    {
        var bin = 0;
        while (bin < quantiles.Length && realisation > quantiles[bin])
        {
            bin++;
        }

        return bin;
    }

    private void ReadAnswers(Panel panel, int question)
    {
        for (var expert = 0; expert < Answered.Length; expert++)
        {
            var answer = panel.Answer(question, expert);
            Answered[expert] = !double.IsNaN(answer[0]);
            Answers += Answered[expert] ? 1 : 0;
            for (var level = 0; level < answer.Length; level++)
            {
                values[(expert * answer.Length) + level] = Question.OnAxis(answer[level]);
            }
        }
    }

    private double[] SortKnots(double overshoot)
    {
        var count = Answers * LevelCount;
        var (sorted, places) = (new double[count], new int[count]);
        var at = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (Answered[i / LevelCount])
            {
                (sorted[at], places[at]) = (values[i], i);
                at++;
            }
        }

        Array.Sort(sorted, places);
        return Distinct(sorted, places, overshoot);
    }

    private double[] Distinct(double[] sorted, int[] places, double overshoot)
    {
        var (low, high) = (sorted[0], sorted[^1]);
        if (IsSeed)
        {
            (low, high) = (Math.Min(low, Realisation), Math.Max(high, Realisation));
        }

        var knots = new double[sorted.Length + 2];
        knots[0] = low - (overshoot * (high - low));
        var last = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (sorted[i] > knots[last])
            {
                knots[++last] = sorted[i];
            }

            ranks[places[i]] = last;
        }

        knots[last + 1] = high + (overshoot * (high - low));
        return last + 2 == knots.Length ? knots : knots[..(last + 2)];
    }

    private void ScoreAnswers(int levels, double[] probabilities)
    {
        for (var expert = 0; expert < Answered.Length; expert++)
        {
            Bins[expert] = -1;
            if (Answered[expert])
            {
                var answer = values.AsSpan(expert * levels, levels);
                Information[expert] = Elicitation.Information.Score(answer, probabilities, Lower, Upper);
                Bins[expert] = IsSeed ? BinOf(Realisation, answer) : -1;
            }
        }
    }
}
