using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>
/// What a round materially says, of the scenarios its reader sees: its edition's content and every likelihood and class in
/// it. Two rounds that say the same have the same hash; reasons, titles and notes do not count.
/// </summary>
/// <param name="Edition">SHA-256 of the edition, in lower-case hexadecimal.</param>
/// <param name="Scenarios">By scenario, SHA-256 of all that was judged of it.</param>
public sealed record RoundContent(string Edition, IReadOnlyDictionary<string, string> Scenarios)
{
    /// <summary>SHA-256 over all of it, in lower-case hexadecimal. It tells nothing of a scenario that is not in it.</summary>
    public string Hash => HashOf(string.Join('\n', Scenarios.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {s.Value}").Prepend(Edition)));

    public static RoundContent Of(RoundSheet sheet) =>
        new(sheet.Edition.Sha256, sheet.Rows.ToDictionary(r => r.Scenario.Id, r => HashOf(r.Assessed, r.Judgements.Values), StringComparer.Ordinal));

    /// <summary>
    /// The content of some rounds as far as the actor may see it, by round; none for a round that is not there, or whose
    /// edition can't be read.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, RoundContent>> OfAsync(
        WeerbaarDb db, EditionCatalogue editions, IReadOnlyCollection<string> roundIds, CancellationToken ct)
    {
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => roundIds.Contains(r.Id)).ToListAsync(ct);
        var (ids, named) = (rounds.Select(r => r.Id).ToList(), rounds.SelectMany(r => r.ScenarioIds).Distinct().ToList());
        var seen = (await db.Set<Scenario>().Where(s => named.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var assessed = (await db.Set<AssessedScenario>().AsNoTracking().Where(a => ids.Contains(a.RoundId)).ToListAsync(ct)).ToDictionary(a => (a.RoundId, a.ScenarioId));
        var judgements = (await db.Set<CriterionJudgement>().AsNoTracking().Where(j => ids.Contains(j.RoundId)).ToListAsync(ct)).ToLookup(j => (j.RoundId, j.ScenarioId));
        var contents = new Dictionary<string, RoundContent>(StringComparer.Ordinal);
        foreach (var round in rounds)
        {
            try
            {
                contents.Add(round.Id, new(editions.Of(round).Sha256, round.ScenarioIds.Where(seen.Contains)
                    .ToDictionary(s => s, s => HashOf(assessed.GetValueOrDefault((round.Id, s)), judgements[(round.Id, s)]), StringComparer.Ordinal)));
            }
            catch (BrokenRule)
            {
                // Its edition is not there, so nothing can be said of it.
            }
        }

        return contents;
    }

    private static string HashOf(AssessedScenario? assessed, IEnumerable<CriterionJudgement> judgements) => HashOf(JsonSerializer.Serialize(
        new
        {
            assessed?.Likelihood,
            assessed?.Overall,
            judgements = judgements.OrderBy(j => j.Criterion, StringComparer.Ordinal).Select(j => new { j.Criterion, j.Range }),
        },
        DatabaseModel.Json));

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
