using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.WorkingMethod.Assessment.AssessFile;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>Models from where judgements are kept: a round as a reader may see it, or an assessment file.</summary>
public static class RoundModels
{
    /// <summary>The scenarios of a round whose impact is known; the others cannot be ranked and stay out.</summary>
    /// <exception cref="InvalidInput">The edition has no such weights or value function.</exception>
    /// <exception cref="BrokenRule">No scenario can be ranked yet.</exception>
    public static RoundModel Of(RoundSheet sheet, RunOptions options, CancellationToken cancel = default)
    {
        var edition = sheet.Edition.Edition;
        var weights = WeightChoice.Read(edition, options.Weights, cancel);
        var result = RoundResult.Of(sheet, null, options.Value);
        var scenarios = result.Scenarios.Where(s => s.Impact is not null).Select(s => Scenario(s, edition)).ToList();
        return scenarios.Count > 0
            ? new RoundModel(sheet.Edition, weights, result.Value, options.WithinClass, scenarios, cancel)
            : throw new BrokenRule("uncertainty.rule.nothing");
    }

    /// <param name="weights">Other weights than those of the file, or null.</param>
    public static RoundModel Of(AssessInput file, string? weights, bool withinClass = false, CancellationToken cancel = default)
    {
        var edition = file.Edition.Edition;
        var choice = weights is null ? WeightChoice.Of(edition, file.Calculation.Weights) : WeightChoice.Read(edition, weights, cancel);
        var scenarios = file.Scenarios.Select(s => new ModelScenario(s.Id, s.Likelihood, s.Impact, s.Overall));
        return new(file.Edition, choice, file.Calculation.Value, withinClass, [.. scenarios], cancel);
    }

    private static ModelScenario Scenario(ScenarioResult known, MethodEdition edition)
    {
        var (row, scale) = (known.Row, edition.Impact);
        var overall = known.Given ? ImpactText.Read(row.Assessed!.Overall!, scale) : null;
        IReadOnlyDictionary<string, Judgement> judgements = known.Given ? new Dictionary<string, Judgement>() : edition.Criteria.ToDictionary(c => c.Id, c => ImpactText.Read(row.Judgements[c.Id].Range, scale));
        return new(row.Scenario.Id, known.Likelihood, judgements, overall);
    }
}
