using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Where each judgement of a round is entered, and the order they are entered in.</summary>
public static class JudgementPlaces
{
    public static string Grid(string roundId) => $"/rounds/{roundId}/judgements";

    public static string Criterion(string roundId, string scenarioId, string criterion) =>
        $"/rounds/{roundId}/scenarios/{scenarioId}/criteria/{criterion}";

    public static string Likelihood(string roundId, string scenarioId) => $"/rounds/{roundId}/scenarios/{scenarioId}/likelihood";

    public static string Overall(string roundId, string scenarioId) => $"/rounds/{roundId}/scenarios/{scenarioId}/overall";

    /// <summary>All places of one scenario: its criteria, then how likely it is, then the overall impact given as such.</summary>
    public static IReadOnlyList<string> Of(MethodEdition edition, string roundId, string scenarioId) =>
    [
        .. edition.Criteria.Select(c => Criterion(roundId, scenarioId, c.Id)),
        Likelihood(roundId, scenarioId),
        Overall(roundId, scenarioId),
    ];
}
