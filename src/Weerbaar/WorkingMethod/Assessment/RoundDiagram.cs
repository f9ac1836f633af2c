using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The outcome of a round as a risk diagram.</summary>
public static class RoundDiagram
{
    public static RiskDiagram.Input Of(RoundResult result, Texts texts)
    {
        var edition = result.Edition;
        var axes = RoundAxes.Of(edition, result.Value, texts);
        var unverified = edition.Unverified.Any();
        var themes = ThemeOrder(result);
        return new RiskDiagram.Input(
            result.Sheet.Round.Title.Here,
            Described(result, texts),
            axes.Likelihood,
            axes.Impact,
            [.. result.Scenarios.Select((s, k) => Risk(s, k + 1, result, axes, themes, unverified, texts))],
            "#risks");
    }

    /// <summary>With which edition, weights and value function the outcome was computed, in one sentence.</summary>
    public static string Described(RoundResult result, Texts texts)
    {
        var edition = result.Edition;
        return edition.Overall.Rule switch
        {
            AggregationRule.WeightedSum => texts["assessment.outcome.by-weights", edition.Title.Here(), result.Weights.Name.Here(), result.Value.Name.Here()],
            AggregationRule.GivenDirectly => texts["assessment.outcome.by-given", edition.Title.Here()],
            AggregationRule.Maximum => texts["assessment.outcome.by-maximum", edition.Title.Here()],
            AggregationRule.WeightedProduct => texts["assessment.outcome.by-product", edition.Title.Here(), result.Weights.Name.Here(), result.Value.Name.Here()],
            AggregationRule.Medal => texts["assessment.outcome.by-medal", edition.Title.Here()],
            AggregationRule.ElectreTri => texts["assessment.outcome.by-outranking", edition.Title.Here(), result.Weights.Name.Here()],
            AggregationRule.MonetisedSum => texts["assessment.outcome.by-money", edition.Title.Here(), result.Value.Currency],
            _ => edition.Title.Here(),
        };
    }

    /// <summary>The place of each theme among those of the round, so that a theme keeps its shape when profiles are switched.</summary>
    private static Dictionary<string, int> ThemeOrder(RoundResult result) => result.Scenarios
        .Select(s => s.Row.Theme?.Id ?? "").Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(t => t.Item, t => t.Index);

    private static RiskDiagram.Risk Risk(
        ScenarioResult scenario, int number, RoundResult result, RoundAxes axes, Dictionary<string, int> themes, bool unverified, Texts texts)
    {
        var (row, theme) = (scenario.Row, scenario.Row.Theme);
        return new RiskDiagram.Risk(
            row.Scenario.Id, number, row.Scenario.Title.Here, themes[theme?.Id ?? ""],
            theme?.Title.Here ?? texts["assessment.theme.none"], $"/scenarios/{row.Scenario.Id}",
            LikelihoodOf(scenario, result.Edition.Likelihood), ImpactOf(scenario, axes.Impact), row.Scenario.Invented, unverified);
    }

    /// <summary>Where only a class is known there is no best estimate to draw.</summary>
    private static RiskDiagram.Range? LikelihoodOf(ScenarioResult scenario, LikelihoodScale scale)
    {
        if (scenario.Likelihood is not { } known)
        {
            return null;
        }

        var onlyClass = scenario.Row.Assessed?.Likelihood is { IsOne: true } said && scale.Find(said.Best) is { SubLevel: null };
        return new RiskDiagram.Range(known.Lower.Value, onlyClass ? null : known.Best.Value, known.Upper.Value);
    }

    private static RiskDiagram.Range? ImpactOf(ScenarioResult scenario, ClassAxis axis)
    {
        if (scenario.Impact is not { } known)
        {
            return null;
        }

        return scenario.Given && known.Lower == known.Upper && known.Band is { Applies: true } band
            ? RiskDiagram.Range.OfClass(axis.Classes[band.Level - 1])
            : new RiskDiagram.Range(known.Lower, known.Best, known.Upper);
    }
}
