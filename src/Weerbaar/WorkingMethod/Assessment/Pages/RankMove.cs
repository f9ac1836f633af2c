using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>What a saved judgement does to the rank of its scenario, so that whoever judges sees it at once.</summary>
internal sealed class RankMove(RoundSheet sheet, string scenarioId)
{
    private readonly int? before = RankIn(sheet, scenarioId);

    /// <summary>The rank before and after in one sentence; empty as long as the scenario has none.</summary>
    public async Task<string> SentenceAsync(WeerbaarDb db, EditionCatalogue editions, Texts texts, CancellationToken ct)
    {
        var now = await RoundSheet.LoadAsync(db, editions, sheet.Round.Id, ct);
        return (before, RankIn(now, scenarioId)) switch
        {
            (_, null) => "",
            (null, { } first) => texts["assessment.rank.first", first, now.Rows.Count],
            ({ } old, { } rank) when old == rank => texts["assessment.rank.stays", rank, now.Rows.Count],
            ({ } old, { } rank) => texts["assessment.rank.moves", old, rank, now.Rows.Count],
        };
    }

    private static int? RankIn(RoundSheet sheet, string scenarioId) =>
        RoundResult.Of(sheet).Scenarios.Single(s => s.Row.Scenario.Id == scenarioId).Rank;
}
