namespace Weerbaar.Platform.Drawing;

public static partial class RiskDiagram
{
    /// <summary>A line of the key under a diagram: the scenario, its sign, and the letters of its classes with their steps on the ramp; step 0 is no impact.</summary>
    public sealed record KeyLine(Risk Risk, string Sign, (string Letter, int Step) Likelihood, (string Letter, int Step) Impact);

    /// <summary>The scenarios in the diagram by their number: what the numbers stand for.</summary>
    public static IReadOnlyList<KeyLine> ToKey(Input input) =>
    [
        .. from risk in input.Risks
           where risk is { Likelihood: not null, Impact: not null }
           orderby risk.Number
           let isOpen = risk.Likelihood!.Best is null || risk.Impact!.Best is null
           select new KeyLine(risk, ThemeMark.Sign(risk.ThemeIndex, isOpen), ClassOf(risk.Likelihood!, input.Likelihood), ClassOf(risk.Impact!, input.Impact)),
    ];

    private static (string Letter, int Step) ClassOf(Range range, ClassAxis axis)
    {
        var k = axis.ClassOf(RiskPlot.BestOf(range, axis));
        return RiskPlot.IsNothing(range) ? ("X", 0) : (axis.Classes[k].Letter, Ramp.Step(k, axis.Classes.Count));
    }
}
