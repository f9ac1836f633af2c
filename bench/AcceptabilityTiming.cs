using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Bench;

/// <summary>Times the acceptability analysis from the inside; the process as a whole is timed from outside.</summary>
internal static class AcceptabilityTiming
{
    internal static int Table(int alternatives, int criteria)
    {
        Console.Write(AcceptabilityWorkload.Csv(alternatives, criteria));
        return 0;
    }

    internal static int Run(int alternatives, int criteria, long samples, int threads, string variant)
    {
        var input = AcceptabilityWorkload.Input(alternatives, criteria, variant);
        var kind = variant == "qmc" ? SamplingKind.QuasiMonteCarlo : SamplingKind.MonteCarlo;
        var plan = new SamplingPlan(samples, 1, kind, threads);
        var clock = Stopwatch.StartNew();
        var tally = Acceptability.Count(input, plan, 1, 1);
        var counted = clock.Elapsed.TotalSeconds;
        var result = Acceptability.Conclude(input, plan, tally);
        Print($"count {counted:F3} s, total {clock.Elapsed.TotalSeconds:F3} s, largest error {result.StandardError.Largest:F6}");
        var best = result.RankAcceptability.Select((row, i) => (row[0], i)).OrderDescending().Take(5);
        Print("first: " + string.Join(" ", best.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.i}:{b.Item1:F4} (c {result.Confidence[b.i]:F3})"))));
        Print("mean: " + string.Join(" ", result.MeanValue.Take(5).Select(v => v.ToString("F5", CultureInfo.InvariantCulture))));
        return 0;
    }

    /// <summary>Only draws: the yardstick for what random numbers cost.</summary>
    internal static int Words(long count, int threads)
    {
        var clock = Stopwatch.StartNew();
        var sums = new Vector512<uint>[threads * 8];
        Parallel.For(0, threads, t =>
        {
            var lanes = new RandomLanes(1, StreamPurpose.Samples, t);
            var sum = Vector512<uint>.Zero;
            for (var k = 0L; k < count / 16 / threads; k++)
            {
                sum ^= lanes.Next();
            }

            sums[t * 8] = sum;
        });
        Print($"{count} words in {clock.Elapsed.TotalSeconds:F3} s ({Vector512.Sum(sums[0])})");
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
