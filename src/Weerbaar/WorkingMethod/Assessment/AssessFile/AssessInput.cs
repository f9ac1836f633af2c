using Weerbaar.Analysis.Aggregation;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>An input file of <c>assess</c>, checked against its method edition.</summary>
public sealed record AssessInput(LoadedEdition Edition, ImpactCalculation Calculation, IReadOnlyList<ScenarioInput> Scenarios);

/// <summary>A scenario of the file, with a judgement for every criterion or the overall class given as it is.</summary>
public sealed record ScenarioInput(
    string Id, LikelihoodEstimate Likelihood, IReadOnlyDictionary<string, Judgement> Impact, Judgement? Overall);
