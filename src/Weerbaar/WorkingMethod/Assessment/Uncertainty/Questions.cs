using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>One judgement, and what it would be worth to know it for certain.</summary>
/// <param name="Worth">Expected gain in impact of the scenarios chosen, 0 or more.</param>
/// <param name="Overturns">How many neighbours in the order change places within this judgement's own range.</param>
public sealed record QuestionWorth(string ScenarioId, string Criterion, string Lower, string Best, string Upper, double Worth, int Overturns);

/// <summary>
/// Which question is worth asking again: the expected value of perfect information when so many scenarios are put on the
/// agenda, the highest by expected impact. Exact: knowing one judgement moves only its own scenario, which then enters or
/// leaves the choice at the border. Source: H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory, 1961.
/// </summary>
public sealed class Questions
{
    private readonly RoundModel model;
    private readonly ClassScores classes;
    private readonly int chosen;
    private readonly double[] means;

    /// <param name="model">The judgements.</param>
    /// <param name="chosen">How many scenarios are chosen; kept below their number.</param>
    public Questions(RoundModel model, int chosen)
    {
        (this.model, classes) = (model, new ClassScores(model.Edition, model.Value, model.WithinClass));
        this.chosen = Math.Clamp(chosen, 1, Math.Max(1, model.Scenarios.Count - 1));
        var numbers = model.Input.Numbers;
        var weights = ReferenceWeights();
        means = [.. Enumerable.Range(0, model.Scenarios.Count).Select(i =>
            weights.Select((w, c) => w * numbers.Scores[(i * weights.Length) + c].Mean).Sum())];
    }

    /// <summary>How many scenarios are chosen.</summary>
    public int Chosen => chosen;

    /// <summary>Every uncertain judgement, the one most worth asking first.</summary>
    public IReadOnlyList<QuestionWorth> All() => model.Scenarios.Count < 2 ? [] :
        [.. Enumerable.Range(0, model.Scenarios.Count).SelectMany(Of)
            .OrderByDescending(q => q.Worth).ThenByDescending(q => q.Overturns).ThenBy(q => q.ScenarioId, StringComparer.Ordinal)];

    private IEnumerable<QuestionWorth> Of(int scenario)
    {
        var (changed, border, neighbours) = (new ChangedScenario(model, scenario), Border(scenario), NeighboursOf(scenario));
        foreach (var (criterion, judged) in changed.Judgements.Where(j => j.Judged.Lower != j.Judged.Upper))
        {
            yield return new(
                model.Scenarios[scenario].Id, criterion, judged.Lower.Id, judged.Best.Id, judged.Upper.Id,
                Worth(scenario, criterion, judged, border), neighbours.Count(n => Swaps(changed, criterion, judged, scenario, n)));
        }
    }

    /// <summary>E[max(V of this scenario, border)] − max(E V, border): the rest of the choice is the same either way.</summary>
    private double Worth(int scenario, string criterion, Judgement judged, double border)
    {
        if (model.Edition.Overall.Rule == AggregationRule.Maximum && model.Scenarios[scenario].Overall is null)
        {
            return 0;
        }

        var weight = criterion == RoundModel.OnlyOverall ? 1 : model.Reference.Weights.Weights[criterion] * Times;
        var pieces = criterion == RoundModel.OnlyOverall ? classes.OfGiven(judged) : classes.Of(judged);
        var total = pieces.Sum(p => p.Weight);
        var mean = pieces.Sum(p => p.Weight * p.Mean) / total;
        var known = pieces.Sum(p => p.Weight * Math.Max(border, means[scenario] + (weight * (p.Mean - mean)))) / total;
        return Math.Max(0, known - Math.Max(border, means[scenario]));
    }

    /// <summary>The expected impact a scenario must have to be among the chosen.</summary>
    private double Border(int scenario) =>
        means.Where((_, i) => i != scenario).OrderDescending().Skip(chosen - 1).FirstOrDefault(double.NegativeInfinity) is var border && double.IsFinite(border) ? border : 0;

    private int Times => model.Edition.Overall.Rule == AggregationRule.MonetisedSum ? model.Edition.Criteria.Count : 1;

    private double[] ReferenceWeights() => model.Criteria is [RoundModel.OnlyOverall] ? [1] : [.. model.Criteria.Select(c => model.Reference.Weights.Weights[c])];

    private List<int> NeighboursOf(int scenario)
    {
        var order = model.Order.ToList();
        var place = order.IndexOf(scenario);
        return [.. new[] { place - 1, place + 1 }.Where(p => p >= 0 && p < order.Count).Select(p => order[p])];
    }

    private bool Swaps(ChangedScenario changed, string criterion, Judgement judged, int scenario, int neighbour)
    {
        var order = model.Order.ToList();
        var sign = order.IndexOf(scenario) < order.IndexOf(neighbour) ? -1 : 1;
        var end = sign < 0 ? judged.Lower : judged.Upper;
        return sign * (changed.With(criterion, end) - model.Impacts[neighbour].Best) > 0;
    }
}
