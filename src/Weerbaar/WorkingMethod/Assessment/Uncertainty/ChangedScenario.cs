using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>The outcome of a scenario as if one of its judgements had another class.</summary>
internal sealed class ChangedScenario(RoundModel model, int scenario)
{
    private readonly ModelScenario known = model.Scenarios[scenario];

    internal IEnumerable<(string Criterion, Judgement Judged)> Judgements => known.Overall is { } given
        ? [(RoundModel.OnlyOverall, given)]
        : model.Edition.Criteria.Select(c => (c.Id, known.Judgements[c.Id]));

    internal double With(string criterion, ImpactClass to)
    {
        if (known.Overall is not null)
        {
            return model.Reference.Given(Judgement.Of(to)).Best;
        }

        var changed = new Dictionary<string, Judgement>(known.Judgements) { [criterion] = Judgement.Of(to) };
        return model.Reference.Of(changed).Best;
    }
}

/// <summary>The model as a weighted sum of lower, best and upper terms.</summary>
internal static class LinearModel
{
    internal static Analysis.Sensitivity.WeightedSumModel Of(RoundModel model) => model.Criteria is [RoundModel.OnlyOverall]
        ? new([1], [.. model.Impacts.Select(i => new Analysis.Sensitivity.JudgedScore(i.Lower, i.Best, i.Upper))])
        : new([.. model.Edition.Criteria.Select(c => model.Reference.Weights.Weights[c.Id])], [.. model.Scenarios.SelectMany((s, i) => Row(model, s, i))]);

    private static IEnumerable<Analysis.Sensitivity.JudgedScore> Row(RoundModel model, ModelScenario scenario, int index)
    {
        if (scenario.Overall is not null)
        {
            var given = model.Impacts[index];
            return model.Criteria.Select(_ => new Analysis.Sensitivity.JudgedScore(model.Terms.OfTotal(given.Lower), model.Terms.OfTotal(given.Best), model.Terms.OfTotal(given.Upper)));
        }

        double Of(ImpactClass c) => model.Terms.Of(model.Value.Of(c.Level, model.Edition.Impact.Top));
        return model.Edition.Criteria.Select(c => scenario.Judgements[c.Id]).Select(j => new Analysis.Sensitivity.JudgedScore(Of(j.Lower), Of(j.Best), Of(j.Upper)));
    }
}
