namespace Weerbaar.Analysis.Sensitivity;

/// <summary>What knowing something for certain before choosing would be worth, in the unit of the values.</summary>
/// <param name="Value">Expected gain, 0 or more.</param>
/// <param name="Error">Standard error; 0 where exact.</param>
public readonly record struct InformationValue(double Value, double Error);

/// <summary>
/// Expected value of perfect information in a choice of the highest alternative: which question is worth asking again.
/// A judgement that can never change the choice is worth nothing, however uncertain it is.
/// Sources: H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory, 1961; M. Strong and J. E. Oakley, An efficient
/// method for computing single-parameter partial expected value of perfect information, Medical Decision Making 33 (2013).
/// </summary>
public static class PerfectInformation
{
    /// <summary>
    /// Exact worth of each judgement of a weighted sum with triangular, independent judgements, in the order alternative,
    /// criterion. Knowing v_ic moves only V_i, so the worth is E[max(E V_i + w_c(v_ic − E v_ic), best other)] − best.
    /// </summary>
    public static IReadOnlyList<InformationValue> PerJudgement(WeightedSumModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var means = new double[model.Alternatives];
        for (var alternative = 0; alternative < means.Length; alternative++)
        {
            var row = model.Scores(alternative);
            for (var criterion = 0; criterion < row.Length; criterion++)
            {
                means[alternative] += model.Weights[criterion] * row[criterion].Mean;
            }
        }

        var values = new List<InformationValue>(model.Alternatives * model.Criteria);
        for (var alternative = 0; alternative < means.Length; alternative++)
        {
            var others = means.Where((_, other) => other != alternative).DefaultIfEmpty(double.NegativeInfinity).Max();
            for (var criterion = 0; criterion < model.Criteria; criterion++)
            {
                var value = Worth(model.Scores(alternative)[criterion], model.Weights[criterion], means[alternative], others);
                values.Add(new InformationValue(value, 0));
            }
        }

        return values;
    }

    /// <summary>Worth of knowing everything: E[max V] − max E[V], from samples.</summary>
    /// <param name="values">Values in the order sample, alternative; independent samples.</param>
    /// <param name="alternatives">Number of alternatives.</param>
    /// <param name="cancel">Stops between two samples.</param>
    public static InformationValue Total(ReadOnlySpan<double> values, int alternatives, CancellationToken cancel = default)
    {
        var (samples, best) = (Samples(values, alternatives), BestOnAverage(values, alternatives));
        var (sum, squares) = (0.0, 0.0);
        for (var sample = 0; sample < samples; sample++)
        {
            cancel.ThrowIfCancellationRequested();
            var row = values.Slice(sample * alternatives, alternatives);
            var gain = Highest(row) - row[best];
            sum += gain;
            squares += gain * gain;
        }

        return Estimate(sum, squares, samples);
    }

    /// <summary>
    /// Worth of knowing one input, from samples: they are sorted by the input and cut into blocks of nearly equal size; within a
    /// block the input is nearly known, so the gain is the block's highest mean minus its mean of the overall choice.
    /// Biased upwards by noise inside small blocks and downwards by wide ones; the error is the spread between blocks.
    /// </summary>
    /// <param name="input">The input, one number per sample.</param>
    /// <param name="values">Values in the order sample, alternative.</param>
    /// <param name="alternatives">Number of alternatives.</param>
    /// <param name="blocks">Number of blocks, at least 2 and at most half the samples; 0 takes the cube root of the samples.</param>
    /// <param name="cancel">Stops between two blocks.</param>
    public static InformationValue PerInput(
        ReadOnlySpan<double> input, ReadOnlySpan<double> values, int alternatives, int blocks = 0, CancellationToken cancel = default)
    {
        var samples = Samples(values, alternatives);
        blocks = blocks == 0 ? Math.Max(2, (int)Math.Cbrt(samples)) : blocks;
        if (input.Length != samples || blocks < 2 || blocks > samples / 2)
        {
            throw new ArgumentException("There must be one input per sample, and 2 to samples / 2 blocks.");
        }

        var order = Enumerable.Range(0, samples).ToArray();
        Array.Sort(input.ToArray(), order);
        var best = BestOnAverage(values, alternatives);
        var means = new double[alternatives];
        var (sum, squares) = (0.0, 0.0);
        for (var block = 0; block < blocks; block++)
        {
            cancel.ThrowIfCancellationRequested();
            var members = order.AsSpan((int)((long)block * samples / blocks)..(int)((long)(block + 1) * samples / blocks));
            Mean(members, values, means);
            var gain = Highest(means) - means[best];
            sum += gain;
            squares += gain * gain;
        }

        return Estimate(sum, squares, blocks);
    }

    private static double Worth(JudgedScore score, double weight, double mean, double others)
    {
        if (weight <= 0 || double.IsNegativeInfinity(others))
        {
            return 0;
        }

        var level = score.Mean + ((others - mean) / weight);
        var worth = (weight * score.ExpectedExcess(level)) + others - Math.Max(mean, others);
        return Math.Max(0, worth);
    }

    private static InformationValue Estimate(double sum, double squares, int count)
    {
        var mean = sum / count;
        return new InformationValue(mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)) / count));
    }

    private static int Samples(ReadOnlySpan<double> values, int alternatives)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(alternatives, 1);
        return values.Length >= 2 * alternatives && values.Length % alternatives == 0
            ? values.Length / alternatives
            : throw new ArgumentException("There must be a value for every alternative in at least two samples.", nameof(values));
    }

    private static int BestOnAverage(ReadOnlySpan<double> values, int alternatives)
    {
        var sums = new double[alternatives];
        for (var i = 0; i < values.Length; i++)
        {
            sums[i % alternatives] += values[i];
        }

        return Array.IndexOf(sums, sums.Max());
    }

    private static void Mean(ReadOnlySpan<int> samples, ReadOnlySpan<double> values, Span<double> means)
    {
        means.Clear();
        foreach (var sample in samples)
        {
            for (var alternative = 0; alternative < means.Length; alternative++)
            {
                means[alternative] += values[(sample * means.Length) + alternative] / samples.Length;
            }
        }
    }

    private static double Highest(ReadOnlySpan<double> row)
    {
        var highest = row[0];
        foreach (var value in row)
        {
            highest = Math.Max(highest, value);
        }

        return highest;
    }
}
