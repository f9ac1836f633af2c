using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>What was said of the same scenario in the round before: that of this edition established last.</summary>
public sealed record LastJudgement(Round Round, CriterionJudgement? Judgement, AssessedScenario? Assessed)
{
    public static async Task<LastJudgement?> OfCriterionAsync(WeerbaarDb db, Round round, string scenarioId, string criterion, CancellationToken ct)
    {
        var judgements = await db.Set<CriterionJudgement>().AsNoTracking()
            .Where(j => j.ScenarioId == scenarioId && j.Criterion == criterion && j.RoundId != round.Id).ToDictionaryAsync(j => j.RoundId, ct);
        return await LatestAsync(db, round, judgements.Keys, ct) is { } last ? new(last, judgements[last.Id], null) : null;
    }

    public static async Task<LastJudgement?> OfScenarioAsync(
        WeerbaarDb db, Round round, string scenarioId, Func<AssessedScenario, ClassRange?> said, CancellationToken ct)
    {
        var assessed = (await db.Set<AssessedScenario>().AsNoTracking()
            .Where(a => a.ScenarioId == scenarioId && a.RoundId != round.Id).ToListAsync(ct))
            .Where(a => said(a) is not null).ToDictionary(a => a.RoundId);
        return await LatestAsync(db, round, assessed.Keys, ct) is { } last ? new(last, null, assessed[last.Id]) : null;
    }

    private static async Task<Round?> LatestAsync(WeerbaarDb db, Round round, IReadOnlyCollection<string> ids, CancellationToken ct) =>
        (await db.Set<Round>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct))
            .Where(r => r.EditionId == round.EditionId && r.Status == RoundStatus.Established)
            .Where(r => round.EstablishedOn is null || r.EstablishedOn < round.EstablishedOn)
            .OrderByDescending(r => r.EstablishedOn).ThenByDescending(r => r.Id, StringComparer.Ordinal).FirstOrDefault();
}
