using System.Globalization;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>The outcome of a round on the axes of its edition: what the risk diagram draws.</summary>
public static class RoundDiagram
{
    /// <summary>The id of a scenario's part of the report; its sign in the diagram leads there.</summary>
    public static string PlaceOf(string scenarioId) => "scenario-" + scenarioId;

    public static RiskDiagram.Input Of(RoundResult result, Texts words)
    {
        var impact = ImpactAxis(result);
        var themes = result.Scenarios.Select(s => s.Row.Theme?.Id).OfType<string>().Distinct().ToList();
        return new RiskDiagram.Input(
            words["reports.diagram.title"], words["reports.diagram.description"], LikelihoodAxis(result, words), impact,
            [.. result.Scenarios.Select((s, index) => RiskOf(s, index + 1, themes.IndexOf(s.Row.Theme?.Id ?? ""), result, impact))],
            "#diagram-table");
    }

    public static ClassAxis LikelihoodAxis(RoundResult result, Texts words)
    {
        var scale = result.Edition.Likelihood;
        var horizon = scale.HazardHorizonYears ?? scale.MaliciousHorizonYears;
        return new(
            horizon is null ? words["reports.diagram.likelihood"] : words["reports.diagram.likelihood-within", horizon],
            [.. scale.Classes.Select(c => new AxisClass(c.Id, In(c.Label), c.From.Value, c.To.Value))], AxisNumbers.Percent, CultureInfo.CurrentCulture);
    }

    /// <summary>The bands of the overall impact on the value they are computed in.</summary>
    public static ClassAxis ImpactAxis(RoundResult result)
    {
        var (edition, value, top) = (result.Edition, result.Value, result.Edition.Impact.Top);
        double[] edges = [0, .. Edges(edition, value), value.Currency is null ? value.Of(top, top) : double.PositiveInfinity];
        var classes = edition.Impact.Classes.Zip(edges.Zip(edges.Skip(1)))
            .Select(c => new AxisClass(edition.Bands is null ? "" : c.First.Id, edition.Bands is null ? "" : In(c.First.Label), c.Second.First, c.Second.Second));
        return new(new Texts()["reports.diagram.impact"], [.. classes], AxisNumbers.Plain, CultureInfo.CurrentCulture,
            value.Currency ?? "", isLogarithmic: value is not LinearValue);
    }

    private static IEnumerable<double> Edges(MethodEdition edition, ValueFunction value)
    {
        var top = edition.Impact.Top;
        return edition.Bands switch
        {
            { Measure: BandMeasure.Value } bands => bands.Edges,
            { } bands => bands.Edges.Select(level => ValueAt(level, value, top)),
            null => Enumerable.Range(1, top - 1).Select(level => Math.Sqrt(value.Of(level, top) * value.Of(level + 1, top))),
        };
    }

    /// <summary>The value whose level is the one asked for, found by halving: value functions rise and know only the way back.</summary>
    private static double ValueAt(double level, ValueFunction value, int top)
    {
        var (low, high) = (value.Of(1, top) / 1e6, value.Of(top, top));
        for (var halving = 0; halving < 200; halving++)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = value.LevelOf(middle, top) < level ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static RiskDiagram.Risk RiskOf(ScenarioResult scenario, int number, int theme, RoundResult result, ClassAxis impact) => new(
        scenario.Row.Scenario.Id, number, scenario.Row.Scenario.Title.Here, Math.Max(theme, 0), scenario.Row.Theme?.Title.Here ?? "–",
        "#" + PlaceOf(scenario.Row.Scenario.Id), LikelihoodRange(scenario, result), ImpactRange(scenario, impact),
        scenario.Row.Scenario.Invented, !scenario.Given && scenario.Impact is not null && result.Edition.Unverified.Any());

    private static RiskDiagram.Range? LikelihoodRange(ScenarioResult scenario, RoundResult result)
    {
        if (scenario.Likelihood is not { } likelihood)
        {
            return null;
        }

        var isClassAlone = scenario.Row.Assessed?.Likelihood is { IsOne: true } one && result.Edition.Likelihood.Find(one.Best.Trim()) is not null;
        return new(likelihood.Lower.Value, isClassAlone ? null : likelihood.Best.Value, likelihood.Upper.Value);
    }

    private static RiskDiagram.Range? ImpactRange(ScenarioResult scenario, ClassAxis axis)
    {
        if (scenario.Impact is not { } impact)
        {
            return null;
        }

        var isClassAlone = scenario is { Given: true, Row.Assessed.Overall.IsOne: true } && impact.Best > 0;
        return isClassAlone
            ? RiskDiagram.Range.OfClass(axis.Classes[axis.ClassOf(impact.Best)])
            : new(impact.Lower, impact.Best, impact.Upper);
    }

    private static string In(Words words) => words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
