namespace Weerbaar.Platform.Drawing;

/// <summary>
/// Where the plot lies and where a likelihood and an impact fall in it. When a scenario has no impact at all
/// there is a strip for it under the lowest class, for a logarithmic axis has no zero.
/// </summary>
public sealed record RiskPlot(
    ClassAxis Likelihood, ClassAxis Impact, double DrawingWidth, double Left, double Top, double Width, double Height, double FloorHeight, bool HasRisks)
{
    public double Bottom => Top + Height;

    public double Right => Left + Width;

    public double ClassesBottom => Bottom - FloorHeight;

    public bool IsNarrow => DrawingWidth < 500;

    public Box Bounds => new(Left + 3, Top + 3, Width - 6, Height - 6);

    public static RiskPlot For(RiskDiagram.Input input, IReadOnlyList<RiskDiagram.Risk> placed, DrawingOptions options)
    {
        var isNarrow = options.IsNarrow;
        var floor = placed.Any(r => IsNothing(r.Impact!)) ? 30 : 0;
        return isNarrow
            ? new(input.Likelihood, input.Impact, 360, 32, options.IsFile ? 84 : 30, 320, 384 + floor, floor, input.Risks.Count > 0)
            : new(input.Likelihood, input.Impact, 960, 152, 50, 570, 540 + floor, floor, input.Risks.Count > 0);
    }

    public double X(double likelihood) => Left + Width * Likelihood.Position(likelihood);

    public double Y(double impact) => impact <= 0
        ? FloorHeight > 0 ? Bottom - FloorHeight / 2 : ClassesBottom
        : ClassesBottom - (Height - FloorHeight) * Impact.Position(impact);

    public (double X, double Y) Best(RiskDiagram.Risk risk) => (X(BestOf(risk.Likelihood!, Likelihood)), Y(BestOf(risk.Impact!, Impact)));

    public double Extent(RiskDiagram.Risk risk) =>
        (X(risk.Likelihood!.Upper) - X(risk.Likelihood.Lower)) * (Y(risk.Impact!.Lower) - Y(risk.Impact.Upper));

    public static bool IsNothing(RiskDiagram.Range range) => (range.Best ?? range.Upper) <= 0;

    /// <summary>The best estimate, or the middle of the interval as the axis sees it.</summary>
    public static double BestOf(RiskDiagram.Range range, ClassAxis axis) =>
        range.Best ?? (range.Upper <= 0 ? 0 : axis.Middle(range.Lower, range.Upper));
}
