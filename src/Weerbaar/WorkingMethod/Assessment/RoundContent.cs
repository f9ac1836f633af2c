using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>
/// What a round materially says: its edition's content and every likelihood and class in it. Two rounds that say the
/// same have the same hash; reasons, titles and notes do not count.
/// </summary>
public static class RoundContent
{
    /// <summary>SHA-256 over the material content of the whole round, in lower-case hexadecimal; null when there is no such round.</summary>
    public static async Task<string?> HashAsync(WeerbaarDb db, EditionCatalogue editions, string roundId, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == roundId, ct);
        if (round is null)
        {
            return null;
        }

        var assessed = await db.Set<AssessedScenario>().IgnoreQueryFilters().AsNoTracking().Where(a => a.RoundId == roundId).ToListAsync(ct);
        var judgements = await db.Set<CriterionJudgement>().IgnoreQueryFilters().AsNoTracking().Where(j => j.RoundId == roundId).ToListAsync(ct);
        return Hash(editions.Of(round), round.ScenarioIds, assessed, judgements);
    }

    /// <summary>The same over what one reader sees of the round: what a report prints, so that its reader can find it again.</summary>
    public static string HashOf(RoundSheet sheet) => Hash(
        sheet.Edition,
        sheet.Rows.Select(r => r.Scenario.Id),
        [.. sheet.Rows.Select(r => r.Assessed).OfType<AssessedScenario>()],
        [.. sheet.Rows.SelectMany(r => r.Judgements.Values)]);

    private static string Hash(
        LoadedEdition edition, IEnumerable<string> scenarioIds, List<AssessedScenario> assessed, List<CriterionJudgement> judgements)
    {
        var content = new
        {
            edition = edition.Sha256,
            scenarios = scenarioIds.Order(StringComparer.Ordinal).Select(id => new
            {
                id,
                likelihood = assessed.FirstOrDefault(a => a.ScenarioId == id)?.Likelihood,
                overall = assessed.FirstOrDefault(a => a.ScenarioId == id)?.Overall,
                judgements = judgements.Where(j => j.ScenarioId == id).OrderBy(j => j.Criterion, StringComparer.Ordinal)
                    .Select(j => new { j.Criterion, j.Range }),
            }),
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, DatabaseModel.Json)));
    }
}
