namespace Weerbaar.Analysis.Uncertainty.Dependence;

/// <summary>How samples move together, seen as a Gaussian copula sees it.</summary>
public static class NormalScores
{
    /// <summary>
    /// Correlations of the normal scores of equally long samples: each value becomes the normal quantile of its place, equal
    /// values the mean of theirs. What does not vary has correlation 0 with the rest. Positive definite: where samples move
    /// exactly alike all correlations are a millionth nearer to 0.
    /// </summary>
    public static double[,] Correlations(IReadOnlyList<double[]> samples, CancellationToken cancel = default)
    {
        var quantiles = Enumerable.Range(0, samples[0].Length).Select(k => Elementary.NormalQuantile((k + 0.5) / samples[0].Length)).ToArray();
        var scores = samples.Select(s => Of(s, quantiles)).ToArray();
        var matrix = new double[scores.Length, scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            matrix[i, i] = 1;
            for (var j = 0; j < i; j++)
            {
                matrix[i, j] = matrix[j, i] = Math.Clamp(Product(scores[i], scores[j]), -1, 1);
            }
        }

        return CorrelationMatrix.Cholesky(matrix, cancel) is null ? CorrelationMatrix.Map(matrix, r => r * (1 - 1e-6)) : matrix;
    }

    // Scaled to length 1; all zero where nothing varies. Normal quantiles of all places have mean 0.
    private static double[] Of(double[] values, double[] quantiles)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var scores = new double[values.Length];
        for (int from = 0, to; from < order.Length; from = to)
        {
            var sum = 0.0;
            for (to = from; to < order.Length && values[order[to]] == values[order[from]]; to++)
            {
                sum += quantiles[to];
            }

            foreach (var k in order.AsSpan(from, to - from))
            {
                scores[k] = sum / (to - from);
            }
        }

        var length = Math.Sqrt(Product(scores, scores));
        return length > 1e-9 ? Array.ConvertAll(scores, s => s / length) : new double[values.Length];
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }
}
