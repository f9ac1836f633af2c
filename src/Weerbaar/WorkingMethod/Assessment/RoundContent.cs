using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>
/// What a round materially says: its edition's content and every likelihood and class in it. Two rounds that say the
/// same have the same hash; reasons, titles and notes do not count.
/// </summary>
public static class RoundContent
{
    /// <summary>
    /// SHA-256 over the material content of whole rounds, in lower-case hexadecimal, by round; none for a round that is not
    /// there, or whose edition can't be read.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> HashesAsync(
        WeerbaarDb db, EditionCatalogue editions, IReadOnlyCollection<string> roundIds, CancellationToken ct)
    {
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => roundIds.Contains(r.Id)).ToListAsync(ct);
        var ids = rounds.Select(r => r.Id).ToList();
        var assessed = (await db.Set<AssessedScenario>().IgnoreQueryFilters().AsNoTracking().Where(a => ids.Contains(a.RoundId)).ToListAsync(ct)).ToLookup(a => a.RoundId);
        var judgements = (await db.Set<CriterionJudgement>().IgnoreQueryFilters().AsNoTracking().Where(j => ids.Contains(j.RoundId)).ToListAsync(ct)).ToLookup(j => j.RoundId);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var round in rounds)
        {
            try
            {
                hashes.Add(round.Id, Hash(editions.Of(round), round.ScenarioIds, [.. assessed[round.Id]], [.. judgements[round.Id]]));
            }
            catch (BrokenRule)
            {
                // Its edition is not there, so nothing can be said of it.
            }
        }

        return hashes;
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
