using Weerbaar.Analysis.Aggregation;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>A scenario with its overall impact, its likelihood and its rank, in the order of the file.</summary>
public sealed record AssessedScenario(string Id, OverallImpact Impact, LikelihoodEstimate Likelihood, int Rank)
{
    /// <summary>Computes and ranks every scenario of an input.</summary>
    public static IReadOnlyList<AssessedScenario> Of(AssessInput input)
    {
        var impacts = input.Scenarios.Select(s => s.Overall is { } overall
            ? input.Calculation.Given(overall)
            : input.Calculation.Of(s.Impact)).ToList();
        var ranks = Ranking.Of([.. impacts.Zip(input.Scenarios, (i, s) => (i.Best, s.Likelihood.Best.Value))]);
        return [.. input.Scenarios.Select((s, n) => new AssessedScenario(s.Id, impacts[n], s.Likelihood, ranks[n]))];
    }
}
