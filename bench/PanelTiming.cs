using System.Globalization;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Bench;

/// <summary>Times the weighing of experts, with the cut-off that makes the best decision maker.</summary>
internal static class PanelTiming
{
    internal static int Table(int experts, int seeds)
    {
        Console.Write(PanelWorkload.Csv(experts, seeds));
        return 0;
    }

    internal static int Run(int experts, int seeds, int rounds)
    {
        var panel = PanelWorkload.Panel(experts, seeds);
        var first = AcceptabilityTiming.Seconds(() => ClassicalModel.Solve(panel));
        var quickest = AcceptabilityTiming.Best(rounds, () => ClassicalModel.Solve(panel));
        var best = ClassicalModel.Solve(panel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first:F4} s, quickest {quickest:F4} s; score {best.DecisionMaker.Combined:F6}, target {string.Join(" ", best.Questions[^1].Quantiles.Select(q => q.ToString("F5", CultureInfo.InvariantCulture)))}"));
        return 0;
    }
}
