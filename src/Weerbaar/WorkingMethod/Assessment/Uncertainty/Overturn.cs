using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Sensitivity;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>One judgement changed to another class.</summary>
/// <param name="Criterion">Of the edition, or <see cref="RoundModel.OnlyOverall"/> for an overall class that is given.</param>
/// <param name="Steps">How many classes.</param>
/// <param name="WithinStatedRange">The experts themselves thought this class possible.</param>
public sealed record JudgementChange(string ScenarioId, string Criterion, string From, string To, int Steps, bool WithinStatedRange);

/// <summary>The weight of one criterion now, and where the two scenarios are level.</summary>
public sealed record WeightMove(string Criterion, double From, double To);

/// <summary>The smallest change of all weights together at which two scenarios are level.</summary>
/// <param name="Moved">Share of all weight that goes from some criteria to others.</param>
public sealed record WeightChange(double Moved, IReadOnlyList<WeightMove> Moves);

/// <summary>What it takes to put the lower of two scenarios above the higher one.</summary>
/// <param name="Lead">Difference in impact now; 0 when only the likelihood orders them.</param>
/// <param name="Judgement">The smallest change of a single judgement; null when none on the scale is enough.</param>
/// <param name="Weights">Null when no weights whatever are enough, or weights play no part.</param>
/// <param name="Profiles">Weights of the edition under which the order is the other way round.</param>
public sealed record OverturnLine(
    string AboveId, string BelowId, double Lead, JudgementChange? Judgement, WeightChange? Weights, IReadOnlyList<string> Profiles);

/// <summary>What would overturn the order of a round: exact, without samples.</summary>
public sealed class Overturn
{
    private readonly RoundModel model;
    private readonly WeightedSumModel linear;
    private readonly List<(string Id, ImpactCalculation Calculation)> others;

    public Overturn(RoundModel model)
    {
        (this.model, linear) = (model, LinearModel.Of(model));
        var value = model.Value.Id == model.Edition.Value.Id ? null : model.Value;
        others = !model.Edition.Overall.Weighs ? []
            : [.. CriterionWeights.Ids(model.Edition).Where(id => id != model.Reference.Weights.Id)
                .Select(id => (id, new ImpactCalculation(model.Edition, value, CriterionWeights.Find(model.Edition, id))))];
    }

    /// <summary>Every two neighbours in the order, from the top; so many at most.</summary>
    public IReadOnlyList<OverturnLine> Neighbours(int most = int.MaxValue, CancellationToken cancel = default) => [.. model.Order.Zip(model.Order.Skip(1)).Take(most).Select(pair =>
    {
        cancel.ThrowIfCancellationRequested();
        return Of(pair.First, pair.Second);
    })];

    /// <summary>Two scenarios by index, the higher first.</summary>
    public OverturnLine Of(int above, int below) => new(
        model.Scenarios[above].Id, model.Scenarios[below].Id, model.Impacts[above].Best - model.Impacts[below].Best,
        Smallest(above, below), WeightsFor(above, below),
        [.. others.Where(o => Impact(o.Calculation, below) > Impact(o.Calculation, above)).Select(o => o.Id)]);

    private double Impact(ImpactCalculation calculation, int scenario) => model.Scenarios[scenario] is { Overall: { } given }
        ? calculation.Given(given).Best
        : calculation.Of(model.Scenarios[scenario].Judgements).Best;

    private JudgementChange? Smallest(int above, int below) =>
        Changes(above, below, -1).Concat(Changes(below, above, 1))
            .OrderBy(c => c.Change.Steps).ThenBy(c => !c.Change.WithinStatedRange).ThenBy(c => c.Beyond).ThenBy(c => c.Change.Criterion, StringComparer.Ordinal)
            .Select(c => c.Change).FirstOrDefault();

    /// <summary>Per judgement of a scenario the nearest class, up or down, that is enough on its own.</summary>
    private IEnumerable<(JudgementChange Change, double Beyond)> Changes(int scenario, int other, int direction)
    {
        var (changed, fixedImpact) = (new ChangedScenario(model, scenario), model.Impacts[other].Best);
        foreach (var (criterion, judged) in changed.Judgements)
        {
            for (var level = judged.Best.Level + direction; level >= 0 && level <= model.Edition.Impact.Top; level += direction)
            {
                var to = model.Edition.Impact.At(level);
                var beyond = direction * (changed.With(criterion, to) - fixedImpact);
                if (beyond > 0)
                {
                    var within = level >= judged.Lower.Level && level <= judged.Upper.Level;
                    yield return (new(model.Scenarios[scenario].Id, criterion, judged.Best.Id, to.Id, Math.Abs(level - judged.Best.Level), within), beyond);
                    break;
                }
            }
        }
    }

    private WeightChange? WeightsFor(int above, int below)
    {
        if (!model.HasLinearWeights || SmallestWeightChange.Find(linear, above, below, WeightDistance.Total) is not { } swap)
        {
            return null;
        }

        var moves = model.Criteria.Select((c, k) => new WeightMove(c, linear.Weights[k], swap.Weights[k])).Where(m => Math.Abs(m.To - m.From) > 1e-9);
        return new(swap.Size / 2, [.. moves.OrderByDescending(m => Math.Abs(m.To - m.From))]);
    }
}
