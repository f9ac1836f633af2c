using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

/// <summary>Writes pages with the drawings to the test output folder, to look at in a browser.</summary>
public sealed class SamplesTests
{
    private static readonly string folder = Path.Combine(AppContext.BaseDirectory, "drawings");

    [Theory]
    [InlineData("risk-60", 60)]
    [InlineData("risk-40", 40)]
    [InlineData("risk-12", 12)]
    [InlineData("risk-1", 1)]
    [InlineData("risk-0", 0)]
    public void A_page_with_a_risk_diagram_is_written_to_look_at(string name, int count) =>
        Write(name, o => RiskDiagram.Draw(Some.Input(Some.Risks(count)), Some.Words(), o));

    [Fact]
    public void A_page_with_the_published_classes_only_is_written_to_look_at() =>
        Write("risk-classes", o => RiskDiagram.Draw(Some.Input(Published()), Some.Words("en"), o));

    [Fact]
    public void Pages_with_threads_are_written_to_look_at()
    {
        Write("thread", o => ThreadDrawing.Draw(Some.Thread(), Some.ThreadWords(), o));
        Write("thread-many", o => ThreadDrawing.Draw(Some.Thread(30), Some.ThreadWords(), o));
    }

    [Fact]
    public void A_page_with_the_cycle_is_written_to_look_at() =>
        Write("cycle", o => CycleRing.Draw(Some.Cycle(), Some.CycleWords(), o));

    [Fact]
    public void Pages_with_the_small_parts_are_written_to_look_at()
    {
        Write("ranks", o => StackedBars.Draw(Some.Ranks(), o));
        Write("tornado", o => Tornado.Draw(Some.Tornado(), o));
        Write("curve", o => ExceedanceCurve.Draw(Some.Curve(), o));
        Write("matrix", o => HeatTable.Draw(Some.Matrix(), o));
        Write("matrix-many", o => HeatTable.Draw(Some.Matrix(18), o));
        Write("cells", o => string.Concat(
            RangeBar.Draw(new("Doden", ["A", "B", "C", "D", "E"], 1, 2, 3, 4), new($"{o.Id}1")),
            RangeBar.Draw(new("Kosten", ["A", "B", "C", "D", "E"], null, null, null), new($"{o.Id}2")),
            RangeBar.Draw(new("Natuur", ["A", "B", "C", "D", "E"], 4, 4, 4), new($"{o.Id}3")),
            SparkLine.Draw(new("Voortgang", [0.1, 0.2, 0.2, 0.5, 0.7], "70%", 0.9), new($"{o.Id}4"))));
    }

    [Fact]
    public void The_style_sheet_for_the_pages_is_written_to_take_over()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "diagram.css"), StyleSheet.ForPages);
        StyleSheet.ForPages.ShouldContain(".drawing");
    }

    private static List<RiskDiagram.Risk> Published()
    {
        var (p, v) = (Some.Likelihood(), Some.Impact());
        RiskDiagram.Range P(int k) => RiskDiagram.Range.OfClass(p.Classes[k]);
        RiskDiagram.Range V(int k) => RiskDiagram.Range.OfClass(v.Classes[k]);
        return
        [
            Some.Risk(1, P(2), V(2), "Satellietuitval door een zonnestorm", 3),
            Some.Risk(2, P(1), V(2), "Reactie op een dreiging van buiten", 4) with { IsUnverified = true },
            Some.Risk(3, P(2), V(2), "Derde in hetzelfde vak", 6),
            Some.Risk(4, P(0), V(4), "Overstroming vanuit zee", 0),
            Some.Risk(5, null, V(1), "Onrust in een wijk", 4),
            Some.Risk(6, null, null, "Crisis buiten de Europese Unie", 8),
            Some.Risk(7, new(0.2, 0.3, 0.4), new(0, 0, 0), "Geen enkele impact", 2),
            Some.Risk(8, new(0.00001, 0.01, 1), new(0.001, 0.2, 1), "Heel onzeker", 7),
            Some.Risk(9, new(0.05, 0.2, 0.45), new(0.3, 0.5, 0.8), "Met dichtheid", 5) with { Regions = Ellipses() },
        ];
    }

    private static List<RiskDiagram.DensityRegion> Ellipses() =>
    [
        .. new[] { (0.5, 0.4), (0.9, 0.8) }.Select(s => new RiskDiagram.DensityRegion(s.Item1,
        [
            [.. Enumerable.Range(0, 40).Select(i => (
                0.2 * Math.Exp(s.Item2 * Math.Cos(i * Math.PI / 20)),
                0.5 * Math.Exp(s.Item2 * 0.6 * Math.Sin(i * Math.PI / 20 + 0.5))))],
        ])),
    ];

    private static void Write(string name, Func<DrawingOptions, string> draw)
    {
        Directory.CreateDirectory(folder);
        var frame = DrawingFrame.Of("d", draw);
        foreach (var theme in new[] { "light", "dark" })
        {
            var page = $"<!doctype html><html lang=\"nl\" data-theme=\"{theme}\"><meta charset=\"utf-8\"><title>{name}</title>"
                + $"<style>{StyleSheet.ForPages} body {{ margin: 16px; font-family: sans-serif; background: var(--d-paper) }}</style>{frame}</html>";
            File.WriteAllText(Path.Combine(folder, $"{name}-{theme}.html"), page);
        }

        var file = draw(new("f", DrawingLayout.Wide, DrawingUse.File));
        File.WriteAllText(Path.Combine(folder, $"{name}.svg"), file);
        new FileInfo(Path.Combine(folder, $"{name}.svg")).Length.ShouldBeGreaterThan(500);
    }
}
