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
    private readonly double[] falling;
    private readonly int[] places;

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
        falling = [.. means.OrderDescending()];
        places = new int[means.Length];
        foreach (var (place, scenario) in model.Order.Index())
        {
            places[scenario] = place;
        }
    }

    /// <summary>How many scenarios are chosen.</summary>
    public int Chosen => chosen;

    /// <summary>False where classes are found by outranking: what an answer is worth would take samples within samples, and is left at 0.</summary>
    public bool IsKnown => model.Edition.Overall.Outranking is null;

    /// <summary>Every uncertain judgement, the one most worth asking first.</summary>
    public IReadOnlyList<QuestionWorth> All(CancellationToken cancel = default) => model.Scenarios.Count < 2 ? [] :
        [.. Enumerable.Range(0, model.Scenarios.Count).SelectMany(i => Of(i, cancel))
            .OrderByDescending(q => q.Worth).ThenByDescending(q => q.Overturns).ThenBy(q => q.ScenarioId, StringComparer.Ordinal)];

    private IEnumerable<QuestionWorth> Of(int scenario, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (changed, border, neighbours) = (new ChangedScenario(model, scenario), Border(scenario), NeighboursOf(scenario));
        foreach (var (criterion, judged) in changed.Judgements.Where(j => j.Judged.Lower != j.Judged.Upper))
        {
            yield return new(
                model.Scenarios[scenario].Id, criterion, judged.Lower.Id, judged.Best.Id, judged.Upper.Id,
                Worth(scenario, criterion, judged, border), neighbours.Count(n => Swaps(changed, criterion, judged, scenario, n)));
        }
    }

    /// <summary>E[max(V of this scenario, border)] − max(E V, border): the rest of the choice is the same either way.</summary>
    private double Worth(int scenario, string criterion, Judgement judged, double border) => IsKnown || criterion == RoundModel.OnlyOverall
        ? Math.Max(0, Answers(scenario, criterion, judged).Sum(a => a.Mass * Math.Max(border, a.Mean)) - Math.Max(border, means[scenario]))
        : 0;

    /// <summary>Each answer with its probability, and the expected impact of the scenario given it.</summary>
    private IEnumerable<(double Mass, double Mean)> Answers(int scenario, string criterion, Judgement judged)
    {
        if (criterion != RoundModel.OnlyOverall && !model.Edition.Overall.Adds)
        {
            return ClassScores.Masses(judged).Select(m => (m.Mass, HighestWith(scenario, criterion, model.Edition.Impact.At(m.Level))));
        }

        var weight = criterion == RoundModel.OnlyOverall ? 1 : model.Reference.Weights.Weights[criterion];
        var pieces = criterion == RoundModel.OnlyOverall ? classes.OfGiven(judged) : classes.Of(judged);
        var (total, mean) = (pieces.Sum(p => p.Weight), Mean(pieces));
        return pieces.Select(p => (p.Weight / total, means[scenario] + (weight * (p.Mean - mean))));
    }

    private double HighestWith(int scenario, string criterion, ImpactClass known) => Mean(classes.OfHighest(
        model.Scenarios[scenario].Judgements.Select(j => j.Key == criterion ? Judgement.Of(known) : j.Value)));

    private static double Mean(IReadOnlyList<ScorePiece> pieces) => pieces.Sum(p => p.Weight * p.Mean) / pieces.Sum(p => p.Weight);

    /// <summary>The expected impact a scenario must have to be among the chosen.</summary>
    private double Border(int scenario) => falling[means[scenario] >= falling[chosen - 1] ? chosen : chosen - 1];

    private double[] ReferenceWeights() => model.Criteria is [RoundModel.OnlyOverall] ? [1] : [.. model.Criteria.Select(c => model.Reference.Weights.Weights[c])];

    private List<int> NeighboursOf(int scenario) =>
        [.. new[] { places[scenario] - 1, places[scenario] + 1 }.Where(p => p >= 0 && p < places.Length).Select(p => model.Order[p])];

    private bool Swaps(ChangedScenario changed, string criterion, Judgement judged, int scenario, int neighbour)
    {
        var sign = places[scenario] < places[neighbour] ? -1 : 1;
        var end = sign < 0 ? judged.Lower : judged.Upper;
        return sign * (changed.With(criterion, end) - model.Impacts[neighbour].Best) > 0;
    }
}
