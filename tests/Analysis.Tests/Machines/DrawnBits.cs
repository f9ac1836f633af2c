using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Tests.Robustness;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Tests.Machines;

/// <summary>
/// Started as a program, prints how wide this process's vectors are and a fingerprint of the bits of every kind of run; so
/// a test can ask whether a process without some instructions draws the same.
/// </summary>
internal static class DrawnBits
{
    private const int Samples = 5003;

    /// <summary>Asks for the loops for narrow vectors, whatever the processor.</summary>
    internal const string Narrow = "narrow";

    private static void Main(string[] args)
    {
        AppContext.SetSwitch(NarrowLanes.Switch, args.Contains(Narrow));
        Console.WriteLine(Widest.ToString(CultureInfo.InvariantCulture));
        Console.WriteLine(Fingerprints());
    }

    /// <summary>A line for every kind of run.</summary>
    internal static string Fingerprints() => string.Join('\n', All().Select(run => $"{run.Name} {Fingerprint(run.Numbers)}"));

    /// <summary>Bits of the widest vector the processor is used with; 0 without any.</summary>
    internal static int Widest =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static IEnumerable<(string Name, IEnumerable<double> Numbers)> All()
    {
        foreach (string kind in AcceptabilityLawTests.Kinds)
        {
            yield return (kind, Of(Acceptability.Run(AcceptabilityLawTests.Input(kind), AcceptabilityLawTests.Plan(kind, Samples))));
        }

        yield return ("wide", Of(Acceptability.Run(GeneratedScores.Input(300, 3), new SamplingPlan(1000, 4))));
        yield return ("correlated", Of(Acceptability.Run(Correlated(), new SamplingPlan(Samples, 4))));
        var drawn = ValueSamples.Draw(AcceptabilityLawTests.Input("pert"), Samples, 4);
        yield return ("values", drawn.SelectMany(v => v));
        yield return ("area", DensityRegion.Of(drawn[0], drawn[1], [0.5, 0.9]).SelectMany(r => r.Polygons).SelectMany(p => p).SelectMany(p => (double[])[p.X, p.Y]));
        var loss = YearlyLoss.Simulate([new(new LogUniform(0.001, 0.1), new LogNormal(3, 1)), new(new Fixed(0.5), new Beta(2, 3))], Samples, 1);
        yield return ("loss", [loss.Mean, loss.OnceIn(50), .. loss.Curve().Select(p => p.Loss)]);
        var mean = MeanEstimate.Of(x => Elementary.Exp(x[0]) * Elementary.NormalQuantile(x[1]), 2, new SamplingPlan(Samples, 1));
        yield return ("mean", [mean.Mean, mean.StandardError]);
    }

    private static AcceptabilityInput Correlated() => new(
        4,
        [.. GeneratedScores.Scores(4, 3).Select((s, k) => k % 3 == 0 ? new Normal(s.Best, 0.1) : (Distribution)s)],
        new UniformWeights(3),
        new CommonDriver([(0, 0.6), (3, -0.4), (6, 0.2)]),
        new GaussianCopula([1, 4], new[,] { { 1, 0.5 }, { 0.5, 1 } }));

    private static IEnumerable<double> Of(AcceptabilityResult r) =>
    [
        .. r.RankAcceptability.SelectMany(row => row),
        .. r.Pairwise.SelectMany(row => row),
        .. r.CentralWeights.SelectMany(row => row ?? []),
        .. r.Confidence.Select(c => c ?? -1),
        .. r.HolisticIndex,
        .. r.RankEntropy,
        .. r.MeanValue,
        .. r.Values.SelectMany(v => (double[])[v.Q05, v.Q50, v.Q95, v.Deviation]),
        .. r.StandardError.RankAcceptability.SelectMany(row => row),
        .. r.StandardError.MeanValue,
    ];

    private static string Fingerprint(IEnumerable<double> numbers) =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(numbers.ToArray())))[..16];
}
