using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness;

/// <summary>One source of loss: how often a year (≥ 0, from a distribution when that is uncertain), and how much each time (≥ 0).</summary>
public sealed record LossSource(Distribution YearlyRate, Distribution Loss);

/// <summary>A point of the curve: the probability that a year's loss exceeds <paramref name="Loss"/>, with its standard error.</summary>
public readonly record struct ExceedancePoint(double Loss, double Probability, double StandardError);

/// <summary>
/// Losses of simulated years: in each, every source strikes a Poisson number of times at its rate, independently of the
/// others, and its losses add up.
/// </summary>
public sealed class YearlyLoss
{
    /// <summary>Most years of one run.</summary>
    public const int MostYears = 20_000_000;

    private const int Chunk = 4096;

    private readonly double[] rising;

    private YearlyLoss(double[] losses)
    {
        Mean = Uncertainty.Sampling.MeanEstimate.Pairwise(losses) / losses.Length;
        Array.Sort(losses);
        rising = losses;
    }

    /// <summary>Average loss of a year, in the unit of the losses.</summary>
    public double Mean { get; }

    public int Years => rising.Length;

    /// <summary>Simulates years; the same bits for the same seed on any machine.</summary>
    public static YearlyLoss Simulate(IReadOnlyList<LossSource> sources, int years, ulong seed, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (years is < 1 or > MostYears)
        {
            throw new ArgumentOutOfRangeException(nameof(years), years, $"Simulate 1 to {MostYears} years.");
        }

        if (sources.FirstOrDefault(s => s.YearlyRate.Lowest < 0 || s.YearlyRate.Highest > 500 || s.Loss.Lowest < 0) is { } wrong)
        {
            throw new ArgumentException($"A source strikes 0 to 500 times a year and its loss is at least 0: {wrong}.", nameof(sources));
        }

        var losses = new double[years];
        for (var from = 0; from < years; from += Chunk)
        {
            cancel.ThrowIfCancellationRequested();
            var random = new RandomSequence(seed, StreamPurpose.Integration, from / Chunk);
            foreach (ref var loss in losses.AsSpan(from, Math.Min(Chunk, years - from)))
            {
                loss = Year(sources, ref random);
            }

            progress?.Report(Math.Min(1, (from + Chunk) / (double)years));
        }

        return new(losses);
    }

    /// <summary>P(a year's loss exceeds <paramref name="loss"/>).</summary>
    public ExceedancePoint At(double loss)
    {
        var (low, high) = (0, rising.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rising[middle] <= loss ? (middle + 1, high) : (low, middle);
        }

        var p = (rising.Length - low) / (double)rising.Length;
        return new(loss, p, Math.Sqrt(p * (1 - p) / rising.Length));
    }

    /// <summary>The loss exceeded once in so many years (more than 1).</summary>
    public double OnceIn(double years) => years > 1
        ? Quantiles.Of(rising, 1 - (1 / years))[0]
        : throw new ArgumentOutOfRangeException(nameof(years), years, "A return period is longer than one year.");

    /// <summary>The curve at losses evenly spread on a logarithmic axis, from the smallest to the largest loss that occurred.</summary>
    public IReadOnlyList<ExceedancePoint> Curve(int points = 100)
    {
        var first = Array.Find(rising, loss => loss > 0);
        if (first == 0)
        {
            return [At(0)];
        }

        var (low, high) = (Elementary.Log(first), Elementary.Log(rising[^1]));
        return [.. Enumerable.Range(0, points).Select(k => At(Elementary.Exp(low + ((high - low) * k / Math.Max(1, points - 1)))))];
    }

    private static double Year(IReadOnlyList<LossSource> sources, ref RandomSequence random)
    {
        var loss = 0.0;
        for (var k = 0; k < sources.Count; k++)
        {
            var strikes = Poisson(sources[k].YearlyRate.Quantile(random.NextOpen()), random.NextOpen());
            for (var i = 0; i < strikes; i++)
            {
                loss += sources[k].Loss.Quantile(random.NextOpen());
            }
        }

        return loss;
    }

    private static int Poisson(double rate, double p)
    {
        var term = Elementary.Exp(-rate);
        var (count, sum) = (0, term);
        while (p > sum && count < 10_000)
        {
            term *= rate / ++count;
            sum += term;
        }

        return count;
    }
}
