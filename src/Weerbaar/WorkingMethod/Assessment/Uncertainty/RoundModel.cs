using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Scales;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>A scenario that is judged far enough to be ranked.</summary>
/// <param name="Judgements">One for every criterion of the edition; empty when the overall class is given.</param>
public sealed record ModelScenario(string Id, LikelihoodEstimate? Likelihood, IReadOnlyDictionary<string, Judgement> Judgements, Judgement? Overall);

/// <summary>
/// The judgements of a round as numbers: per scenario and criterion the values thought possible, per scenario the
/// likelihood, and what is known of the weights. The same judgements make the same model, from a round or from a file.
/// </summary>
public sealed class RoundModel
{
    /// <summary>The one criterion of editions that do not add up.</summary>
    public const string OnlyOverall = "overall";

    private readonly Lazy<SimulateInput> input;

    public RoundModel(LoadedEdition edition, WeightChoice weights, ValueFunction value, bool withinClass, IReadOnlyList<ModelScenario> scenarios)
    {
        (Loaded, Weights, Value, WithinClass, Scenarios) = (edition, weights, value, withinClass, scenarios);
        Criteria = Adds ? [.. Edition.Criteria.Select(c => c.Id)] : [OnlyOverall];
        Reference = new ImpactCalculation(Edition, value.Id == Edition.Value.Id ? null : value, weights.Reference);
        Impacts = [.. scenarios.Select(Impact)];
        Ranks = Ranking.Of([.. Impacts.Zip(scenarios, (i, s) => (i.Best, s.Likelihood?.Best.Value ?? 0))]);
        input = new(MakeInput);
    }

    public LoadedEdition Loaded { get; }

    public MethodEdition Edition => Loaded.Edition;

    public WeightChoice Weights { get; }

    public ValueFunction Value { get; }

    public bool WithinClass { get; }

    public IReadOnlyList<ModelScenario> Scenarios { get; }

    public IReadOnlyList<string> Criteria { get; }

    /// <summary>The calculation of the single outcome that the runs are compared with.</summary>
    public ImpactCalculation Reference { get; }

    /// <summary>Per scenario its impact by that calculation.</summary>
    public IReadOnlyList<OverallImpact> Impacts { get; }

    /// <summary>Per scenario its rank by that calculation, from 1.</summary>
    public IReadOnlyList<int> Ranks { get; }

    /// <summary>The scenarios from the highest to the lowest, by index.</summary>
    public IReadOnlyList<int> Order => [.. Enumerable.Range(0, Scenarios.Count).OrderBy(i => Ranks[i]).ThenBy(i => i)];

    public SimulateInput Input => input.Value;

    /// <summary>Criteria are weighed, or amounts of money added.</summary>
    private bool Adds => Edition.Overall.Rule is AggregationRule.WeightedSum or AggregationRule.MonetisedSum;

    private OverallImpact Impact(ModelScenario scenario) =>
        scenario.Overall is { } given ? Reference.Given(given) : Reference.Of(scenario.Judgements);

    private SimulateInput MakeInput()
    {
        var classes = new ClassScores(Edition, Value, WithinClass);
        return ModelText.Input(new ModelNumbers
        {
            Edition = Edition.Id,
            EditionSha256 = Loaded.Sha256,
            Value = Value.Id,
            WithinClass = WithinClass,
            Criteria = Criteria,
            Scenarios = [.. Scenarios.Select(s => Numbers(s, classes))],
        }, Weights.Expression);
    }

    private ScenarioNumbers Numbers(ModelScenario scenario, ClassScores classes) => new(
        scenario.Id,
        scenario.Likelihood is { } l ? [l.Lower.Value, l.Best.Value, l.Upper.Value] : null,
        scenario.Overall is { } given ? [classes.OfGiven(given)]
            : Adds ? [.. Edition.Criteria.Select(c => Scaled(classes.Of(scenario.Judgements[c.Id])))]
            : [classes.OfHighest(scenario.Judgements.Values)]);

    /// <summary>The engine averages; a sum of money is the average times the number of criteria.</summary>
    private IReadOnlyList<ScorePiece> Scaled(IReadOnlyList<ScorePiece> pieces)
    {
        double count = Edition.Criteria.Count;
        return Edition.Overall.Rule != AggregationRule.MonetisedSum ? pieces
            : [.. pieces.Select(p => p with { From = p.From * count, To = p.To * count })];
    }
}
