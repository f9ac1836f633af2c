using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
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
        AppContext.SetSwitch(NarrowLanes.Switch, variant == "narrow");
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
        var sums = new uint[threads * 64];
        Parallel.For(0, threads, t => sums[t * 64] = DrawWords(t, count / 16 / threads));
        Print($"{count} words in {clock.Elapsed.TotalSeconds:F3} s ({sums[0]})");
        return 0;
    }

    /// <summary>
    /// What the counting costs against drawing alone, both compiled and on one thread: processor seconds of the quickest of
    /// several rounds, because another program can only make a round slower.
    /// </summary>
    internal static int Compute(int alternatives, int criteria, long samples, int rounds)
    {
        var words = samples * alternatives * criteria;
        var drawing = Best(rounds, () => DrawWords(1, words / 16));
        Print($"drawing {words} words: {drawing:F3} s; drawing two words a score: {2 * drawing:F3} s");
        foreach (var variant in (string[])["plain", "ranked", "discrete"])
        {
            var (input, plan) = (AcceptabilityWorkload.Input(alternatives, criteria, variant), new SamplingPlan(samples, 1));
            var counting = Best(rounds, () => Acceptability.Run(input, plan));
            var numbers = Best(rounds, () => DrawnScores.Draw(input, plan));
            Print($"{variant}: {counting:F3} s, {counting / drawing:F2} x words, {counting / drawing / 2:F2} x two words a score, {counting / numbers:F2} x the same scores and weights ({numbers:F3} s)");
        }

        return 0;
    }

    /// <summary>The processor seconds of the quickest round.</summary>
    internal static double Best(int rounds, Action work)
    {
        work();
        return Enumerable.Range(0, rounds).Min(_ => Seconds(work));
    }

    /// <summary>Processor seconds of this process.</summary>
    internal static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint DrawWords(long chunk, long steps)
    {
        // A copy, so that the state stays in registers.
        var seeded = new RandomLanes(1, StreamPurpose.Samples, chunk);
        var (lanes, sum) = (seeded, Vector512<uint>.Zero);
        for (var k = 0L; k < steps; k++)
        {
            sum ^= lanes.Next();
        }

        return Vector512.Sum(sum);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
