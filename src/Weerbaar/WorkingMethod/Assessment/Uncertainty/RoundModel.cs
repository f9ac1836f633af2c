using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
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

    /// <param name="cancel">Stops working out the <see cref="Input"/>, which takes a while where classes are found by outranking.</param>
    public RoundModel(
        LoadedEdition edition, WeightChoice weights, ValueFunction value, bool withinClass, IReadOnlyList<ModelScenario> scenarios, CancellationToken cancel = default)
    {
        (Loaded, Weights, Value, WithinClass, Scenarios) = (edition, weights, value, withinClass, scenarios);
        Criteria = Edition.Overall.Adds ? [.. Edition.Criteria.Select(c => c.Id)] : [OnlyOverall];
        Reference = new ImpactCalculation(Edition, value.Id == Edition.Value.Id ? null : value, weights.Reference);
        Impacts = [.. scenarios.Select(Impact)];
        Ranks = Ranking.Of([.. Impacts.Zip(scenarios, (i, s) => (i.Best, s.Likelihood?.Best.Value ?? 0))]);
        Order = [.. Enumerable.Range(0, scenarios.Count).OrderBy(i => Ranks[i]).ThenBy(i => i)];
        Terms = new(Edition, value);
        input = new(() => MakeInput(cancel));
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
    public IReadOnlyList<int> Order { get; }

    public SimulateInput Input => input.Value;

    /// <summary>What the engine adds up, and back.</summary>
    public ImpactTerms Terms { get; }

    /// <summary>Weights play a part, and the sum that orders the scenarios is straight in them.</summary>
    public bool HasLinearWeights => Edition.Overall is { Weighs: true, Adds: true };

    private OverallImpact Impact(ModelScenario scenario) =>
        scenario.Overall is { } given ? Reference.Given(given) : Reference.Of(scenario.Judgements);

    private SimulateInput MakeInput(CancellationToken cancel)
    {
        var (classes, assigned) = (new ClassScores(Edition, Value, WithinClass), Edition.Overall.Outranking is { } rule ? new AssignedClasses(Edition, rule, Weights.Model, cancel) : null);
        return ModelText.Input(new ModelNumbers
        {
            Edition = Edition.Id,
            EditionSha256 = Loaded.Sha256,
            Value = Value.Id,
            WithinClass = WithinClass,
            Criteria = Criteria,
            Scenarios = [.. Scenarios.Select((s, place) => new ScenarioNumbers(
                s.Id, s.Likelihood is { } l ? [l.Lower.Value, l.Best.Value, l.Upper.Value] : null, Scores(s, classes, assigned, place)))],
        }, Edition.Overall.Adds ? Weights.Expression : "equal");
    }

    private IReadOnlyList<IReadOnlyList<ScorePiece>> Scores(ModelScenario scenario, ClassScores classes, AssignedClasses? assigned, int place) =>
        scenario.Overall is { } given ? [classes.OfGiven(given)]
        : Edition.Overall.Adds ? [.. Edition.Criteria.Select(c => classes.Of(scenario.Judgements[c.Id]))]
        : assigned is not null ? [classes.Of(assigned.Masses(scenario.Judgements, place))]
        : [classes.OfHighest(scenario.Judgements.Values)];
}
