using System.Globalization;
using Weerbaar.Analysis.Sensitivity;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>The drawings of a run; every one has a table twin.</summary>
public static class UncertaintyCharts
{
    private const int MostBars = 12;
    private const int MostPoints = 36;

    /// <summary>The risk diagram with the areas that hold half and nine tenths of the draws.</summary>
    public static RiskDiagram.Input Diagram(RoundSheet sheet, RoundUncertainty result, Texts texts)
    {
        var weights = result.Model.Edition.Overall.Rule == Analysis.Scales.AggregationRule.WeightedSum ? result.Model.Reference.Weights.Id : null;
        var plain = RoundDiagram.Of(RoundResult.Of(sheet, weights, result.Model.Value.Id == result.Model.Edition.Value.Id ? null : result.Model.Value.Id), texts);
        var regions = result.Scenarios.ToDictionary(s => s.Id, s => s.Regions);
        return plain with { Risks = [.. plain.Risks.Select(r => regions.TryGetValue(r.Id, out var found) ? r with { Regions = [.. found.Select(Region)] } : r)] };
    }

    /// <summary>How often each scenario takes each rank, ranks taken together towards the end.</summary>
    public static StackedBars.Input Ranks(UncertaintyWords words, Texts texts)
    {
        var groups = RankGroups(words.Order.Count);
        return new StackedBars.Input(
            texts["uncertainty.ranks"], texts["uncertainty.ranks.means"], CultureInfo.CurrentCulture, texts["uncertainty.scenario"],
            [.. groups.Select(g => g.From == g.To ? texts["uncertainty.rank", g.From] : texts["uncertainty.rank-group", g.From, g.To])],
            [.. words.Order.Select(i => new StackedBars.Row(
                words.Label(i), [.. groups.Select(g => words.Result.Ranks.RankAcceptability[i][(g.From - 1)..g.To].Sum())], $"/scenarios/{words.Result.Scenarios[i].Id}"))]);
    }

    /// <summary>P(row above column) for the first so many of the order.</summary>
    public static HeatTable.Input Pairs(UncertaintyWords words, int top, Texts texts)
    {
        var shown = words.Order.Take(top).ToList();
        return new HeatTable.Input(
            texts["uncertainty.pairs"], texts["uncertainty.pairs.means"], texts["uncertainty.pairs.row"],
            [.. shown.Select(words.Label)],
            [.. shown.Select(i => new HeatTable.Row(words.Label(i), [.. shown.Select(j => Pair(words, i, j))], $"/scenarios/{words.Result.Scenarios[i].Id}"))],
            [.. Enumerable.Range(0, 5).Select(k => texts["uncertainty.pairs.level", 20 * k, 20 * (k + 1)])]);
    }

    /// <summary>Which judgement moves the difference of two scenarios most.</summary>
    public static Platform.Drawing.Tornado.Input Tornado(UncertaintyWords words, int above, int below, Texts texts)
    {
        var model = words.Result.Model;
        var linear = LinearModel.Of(model);
        var bars = Analysis.Sensitivity.Tornado.OfLead(linear, above, below).Where(b => b.Swing > 0).Take(MostBars);
        var lead = linear.Lead(above, below);
        return new Platform.Drawing.Tornado.Input(
            texts["uncertainty.tornado.title", words.Title(above), words.Title(below)], texts["uncertainty.tornado.means"],
            texts["uncertainty.judgement"], texts["uncertainty.tornado.lower"], texts["uncertainty.tornado.upper"],
            lead, texts["uncertainty.tornado.now", Number(lead)], [.. bars.Select(b => Bar(words, b, b.Alternative == above ? "A" : "B"))]);
    }

    /// <summary>Which judgement is worth asking again, as a share of the one that is most worth it.</summary>
    public static StackedBars.Input Worth(UncertaintyWords words, IReadOnlyList<QuestionWorth> questions, Texts texts)
    {
        var most = questions.Max(q => q.Worth);
        return new StackedBars.Input(
            texts["uncertainty.worth"], texts["uncertainty.worth.means"], CultureInfo.CurrentCulture, texts["uncertainty.judgement"],
            [texts["uncertainty.worth.share"]],
            [.. questions.Select(q => new StackedBars.Row($"{words.Title(q.ScenarioId)} · {words.Criterion(q.Criterion)}", [most > 0 ? q.Worth / most : 0]))]);
    }

    private static Platform.Drawing.Tornado.Bar Bar(UncertaintyWords words, TornadoBar bar, string whose) => new(
        $"{whose} · {words.Criterion(words.Result.Model.Criteria[bar.Criterion])}", bar.AtLower, bar.AtUpper, Number(bar.AtLower), Number(bar.AtUpper));

    public static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.000", CultureInfo.CurrentCulture);

    private static HeatTable.Cell Pair(UncertaintyWords words, int row, int column)
    {
        var p = words.Above(row, column);
        return row == column ? new("–", null) : new(UncertaintyWords.OfHundred(p), Math.Min(4, (int)(p * 5)));
    }

    private static RiskDiagram.DensityRegion Region(Analysis.Robustness.DensityRegion region) =>
        new(region.Share, [.. region.Polygons.Select(p => (IReadOnlyList<(double, double)>)[.. Thinned(p).Select(q => (Elementary.Pow(10, q.X), Elementary.Pow(10, q.Y)))])]);

    /// <summary>As many points of a line as an eye can tell apart.</summary>
    private static IEnumerable<Analysis.Robustness.DiagramPoint> Thinned(IReadOnlyList<Analysis.Robustness.DiagramPoint> line) =>
        line.Where((_, k) => k % Math.Max(1, line.Count / MostPoints) == 0);

    private static List<(int From, int To)> RankGroups(int count)
    {
        int[] ends = count <= 6 ? [.. Enumerable.Range(1, count)] : [1, 3, 5, 10, 20, count];
        var groups = new List<(int, int)>();
        var from = 1;
        foreach (var end in ends.Where(e => e < count).Append(count))
        {
            groups.Add((from, end));
            from = end + 1;
        }

        return groups;
    }
}
