using System.Globalization;
using Weerbaar.Analysis.Sensitivity;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Tornado = Weerbaar.Platform.Drawing.Tornado;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>The drawings of a run; every one has a table twin.</summary>
public static class UncertaintyCharts
{
    private const int MostBars = 12;
    private const int MostPoints = 36;

    /// <summary>The risk diagram with the areas that hold half and nine tenths of the draws.</summary>
    public static RiskDiagram.Input Diagram(RoundSheet sheet, RoundUncertainty result, Texts texts)
    {
        var weights = result.Model.Edition.Overall.Weighs ? result.Model.Reference.Weights.Id : null;
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
    public static Tornado.Input Judgements(UncertaintyWords words, int above, int below, Texts texts)
    {
        var linear = LinearModel.Of(words.Result.Model);
        return Lead(words, above, below, texts, "uncertainty.tornado", linear, Analysis.Sensitivity.Tornado.OfLead(linear, above, below));
    }

    /// <summary>The criterion whose weight moves the difference of two scenarios most, when it is halved or doubled and the others keep their proportions.</summary>
    public static Tornado.Input Weights(UncertaintyWords words, int above, int below, Texts texts)
    {
        var linear = LinearModel.Of(words.Result.Model);
        var ranges = linear.Weights.ToArray().Select(weight => new WeightRange(weight / 2, Math.Min(1, weight * 2))).ToArray();
        return Lead(words, above, below, texts, "uncertainty.weights.tornado", linear,
            Analysis.Sensitivity.Tornado.OfLead(linear, above, below, ranges).Where(b => b.Input == TornadoInput.Weight));
    }

    private static Tornado.Input Lead(
        UncertaintyWords words, int above, int below, Texts texts, string key, WeightedSumModel linear, IEnumerable<TornadoBar> bars)
    {
        var lead = linear.Lead(above, below);
        return new(
            texts[$"{key}.title", words.Title(above), words.Title(below)], texts[$"{key}.means"],
            texts[$"{key}.head"], texts[$"{key}.lower"], texts[$"{key}.upper"],
            texts["uncertainty.tornado.below"], texts["uncertainty.tornado.above"], texts["uncertainty.tornado.axis"],
            lead, texts["uncertainty.tornado.now", Number(lead)],
            [.. bars.Where(b => b.Swing > 0).Take(MostBars).Select(b => Bar(words, b, b.Alternative < 0 ? "" : b.Alternative == above ? "A · " : "B · "))]);
    }

    /// <summary>What the uncertainty about the difference of two scenarios comes from: alone, and only together with something else.</summary>
    public static StackedBars.Input Explained(UncertaintyWords words, int above, IReadOnlyList<ExplainedShare> shares, Texts texts)
    {
        var model = words.Result.Model;
        string Label(ExplainedShare share) => share.ScenarioId is null ? texts["uncertainty.explained.weights"]
            : $"{(share.ScenarioId == model.Scenarios[above].Id ? "A" : "B")} · {words.Criterion(share.Criterion!)}";
        return new StackedBars.Input(
            texts["uncertainty.explained"], texts["uncertainty.explained.means"], CultureInfo.CurrentCulture, texts["uncertainty.judgement"],
            [texts["uncertainty.explained.alone"], texts["uncertainty.explained.together"]],
            [.. shares.Take(MostBars).Select(s => new StackedBars.Row(Label(s), Split(s.Index)))]);
    }

    /// <summary>The average weights with which each scenario comes first, against the average over all draws.</summary>
    public static HeatTable.Input Central(UncertaintyWords words, IReadOnlyList<int> first, Texts texts)
    {
        var criteria = words.Result.Model.Criteria;
        HeatTable.Cell Cell(double weight, double againstMean) => new((100 * weight).ToString("0", CultureInfo.CurrentCulture), againstMean switch
        {
            < 0.5 => 0,
            < 0.9 => 1,
            <= 1.1 => 2,
            <= 2 => 3,
            _ => 4,
        });
        return new HeatTable.Input(
            texts["uncertainty.central"], texts["uncertainty.central.means"], texts["uncertainty.scenario"],
            [texts["uncertainty.central.often"], .. criteria],
            [.. first.Select(i => new HeatTable.Row(
                words.Label(i), [new(UncertaintyWords.OfHundred(words.Result.Ranks.RankAcceptability[i][0]), null), .. words.Result.Ranks.CentralWeights[i]!.Zip(words.Result.AgainstMean(i), Cell)], $"/scenarios/{words.Result.Scenarios[i].Id}"))],
            [.. Enumerable.Range(0, 5).Select(k => texts[$"uncertainty.central.level.{k}"])]);
    }

    /// <summary>How probable it is that a year costs more than an amount.</summary>
    public static ExceedanceCurve.Input Loss(LossPicture loss, Texts texts)
    {
        ExceedanceCurve.Mark Mark(double amount, double probability, string key) => new(new(amount, probability), texts[key, Money(amount, texts)]);
        return new ExceedanceCurve.Input(
            texts["uncertainty.loss"], texts["uncertainty.loss.curve"], texts["uncertainty.loss.amount", loss.Currency], texts["uncertainty.loss.probability"],
            [.. loss.Curve.Where(p => p is { Loss: > 0, Probability: > 0 }).Select(p => new ExceedanceCurve.Point(p.Loss, p.Probability))],
            [.. new[] { Mark(loss.OnceInTen, 0.1, "uncertainty.loss.mark.ten"), Mark(loss.OnceInHundred, 0.01, "uncertainty.loss.mark.hundred") }.Where(m => m.At.Amount > 0)],
            amount => Money(amount, texts), p => p.ToString(p >= 0.01 ? "0.#%" : "0.####%", CultureInfo.CurrentCulture));
    }

    /// <summary>An amount as one says it: 2.5 bn.</summary>
    public static string Money(double amount, Texts texts)
    {
        var (unit, word) = amount switch { >= 1e9 => (1e9, "billion"), >= 1e6 => (1e6, "million"), _ => (1, "plain") };
        return texts[$"uncertainty.amount.{word}", (amount / unit).ToString("#,0.#", CultureInfo.CurrentCulture)];
    }

    /// <summary>Which judgement is worth asking again, as a share of the one that is most worth it.</summary>
    public static StackedBars.Input Worth(UncertaintyWords words, IReadOnlyList<QuestionWorth> questions, int chosen, Texts texts)
    {
        var most = questions.Max(q => q.Worth);
        return new StackedBars.Input(
            texts["uncertainty.worth"], texts["uncertainty.worth.means", chosen], CultureInfo.CurrentCulture, texts["uncertainty.judgement"],
            [texts["uncertainty.worth.share"]],
            [.. questions.Select(q => new StackedBars.Row($"{words.Title(q.ScenarioId)} · {words.Criterion(q.Criterion)}", [most > 0 ? q.Worth / most : 0]))]);
    }

    /// <summary>An interplay that the error of the estimate explains as well is left out.</summary>
    private static double[] Split(SobolIndex index)
    {
        var total = Math.Clamp(index.Total, 0, 1);
        var alone = Math.Clamp(index.FirstOrder, 0, total);
        return [alone, total - alone > index.FirstOrderError + index.TotalError ? total - alone : 0];
    }

    private static Tornado.Bar Bar(UncertaintyWords words, TornadoBar bar, string whose) => new(
        $"{whose}{words.Criterion(words.Result.Model.Criteria[bar.Criterion])}", bar.AtLower, bar.AtUpper, Number(bar.AtLower), Number(bar.AtUpper));

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
