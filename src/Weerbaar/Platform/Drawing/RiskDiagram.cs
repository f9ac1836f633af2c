namespace Weerbaar.Platform.Drawing;

/// <summary>
/// Likelihood against impact, an area per scenario from its ranges, its sign at the best estimate.
/// Scenarios whose signs would touch become one bubble with their number.
/// </summary>
public static partial class RiskDiagram
{
    private const int MostNamedLabels = 15;
    private const int Many = 25;

    /// <summary>What is judged: from lower to upper, with a best estimate unless only an interval or a class is known.</summary>
    public sealed record Range(double Lower, double? Best, double Upper)
    {
        public static Range OfClass(AxisClass known) => new(known.Lower, null, known.Upper);
    }

    /// <summary>Where a share (0.5, 0.9) of the probability lies: closed lines of points (likelihood, impact).</summary>
    public sealed record DensityRegion(double Share, IReadOnlyList<IReadOnlyList<(double Likelihood, double Impact)>> Contours);

    /// <summary>A scenario. No range means no class was published or judged; such a scenario is listed beside the diagram.</summary>
    public sealed record Risk(
        string Id,
        int Number,
        string Title,
        int ThemeIndex,
        string ThemeTitle,
        string? Href,
        Range? Likelihood,
        Range? Impact,
        bool IsInvented = false,
        bool IsUnverified = false,
        IReadOnlyList<DensityRegion>? Regions = null);

    /// <summary>What to draw. <see cref="ListHref"/> is where the table twin stands: a bubble links to it.</summary>
    public sealed record Input(
        string Title,
        string Description,
        ClassAxis Likelihood,
        ClassAxis Impact,
        IReadOnlyList<Risk> Risks,
        string ListHref = "#risks");

    public static string Draw(Input input, Words words, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        var placed = input.Risks.Where(r => r is { Likelihood: not null, Impact: not null }).ToList();
        var plot = RiskPlot.For(input, placed, options);
        svg.Open("g", ("class", "d-risks"));
        var top = Heading(svg, input, words, plot);
        RiskAxes.Draw(svg, plot);
        Marks(svg, input, placed, words, plot);
        svg.Close();
        var below = RiskAxes.Explain(svg, plot, words);
        var height = RiskLegend.Draw(svg, input, placed, words, plot, options.IsNarrow ? below + 14 : top, below);
        return svg.Finish("risk", plot.DrawingWidth, height, input.Title, Describe(input, placed, words));
    }

    private static double Heading(SvgWriter svg, Input input, Words words, RiskPlot plot)
    {
        var isNarrow = svg.Options.IsNarrow;
        if (svg.Options.IsFile)
        {
            svg.Lines(isNarrow ? 8 : 12, 26, TextMeasure.Wrap(input.Title, plot.DrawingWidth - 24, 19, isNarrow ? 2 : 1, true), 22, "d-title");
        }
        else if (!isNarrow && plot.HasRisks)
        {
            svg.Text(plot.Left, plot.Top - 14, words.Hint, "d-small d-hint");
        }

        return plot.Top + 4;
    }

    private static void Marks(SvgWriter svg, Input input, List<Risk> placed, Words words, RiskPlot plot)
    {
        if (placed.Count == 0)
        {
            Nothing(svg, words, plot);
            return;
        }

        var groups = RiskGroup.Of(placed, plot);
        svg.Open("g", ("class", placed.Count > Many ? "d-areas d-many" : "d-areas"), ("aria-hidden", "true"));
        foreach (var risk in placed.OrderByDescending(plot.Extent).ThenBy(r => r.Number))
        {
            RiskArea.Draw(svg, risk, plot, "d-area");
        }

        svg.Close();
        var mayName = !svg.Options.IsNarrow && placed.Count <= MostNamedLabels;
        var labels = LabelPlacement.Place([.. groups.Select(g => g.ToMark(mayName))], plot.Bounds);
        foreach (var (group, label) in groups.Zip(labels).OrderBy(g => g.First.Y).ThenBy(g => g.First.X))
        {
            RiskMark.Draw(svg, group, label, input, words, plot);
        }
    }

    private static void Nothing(SvgWriter svg, Words words, RiskPlot plot)
    {
        var (x, y) = (plot.Left + plot.Width / 2, plot.Top + plot.Height / 2);
        svg.Text(x, y - 10, words.EmptyTitle, "d-heading d-halo", "middle");
        svg.Lines(x, y + 12, TextMeasure.Wrap(words.EmptyLine, plot.Width - 30, 13, 3), 18, "d-muted d-halo", "middle");
    }

    private static string Describe(Input input, List<Risk> placed, Words words)
    {
        var unknown = input.Risks.Count - placed.Count;
        var count = string.Format(words.Culture, words.DescriptionCount, placed.Count, unknown);
        return string.Join(' ', new[] { input.Description, count }.Where(s => s.Length > 0));
    }
}
