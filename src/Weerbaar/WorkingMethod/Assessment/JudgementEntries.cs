using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Judgements in the history of a round, by the title of the scenario and the name of what was judged.</summary>
internal sealed class JudgementEntries(EditionCatalogue editions, Texts texts) : IWordEntries
{
    private static readonly string criterionKind = Names.Snake(nameof(CriterionJudgement));
    private static readonly string scenarioKind = Names.Snake(nameof(AssessedScenario));

    public async Task<IReadOnlyDictionary<long, EntryWords>> OfAsync(IReadOnlyList<JournalEntry> entries, WeerbaarDb db, CancellationToken ct)
    {
        var judged = entries.Where(e => (e.Kind == criterionKind || e.Kind == scenarioKind) && e.Before.Length + e.After.Length > 0).ToList();
        var (scenarioIds, roundIds) = (judged.Select(e => e.AlsoOf).Distinct().ToList(), judged.Select(e => e.ObjectId).Distinct().ToList());
        var titles = await db.Objects.AsNoTracking().Where(o => scenarioIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Title.Here, ct);
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => roundIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.EditionId, ct);
        return judged.ToDictionary(e => e.Seq, e => new EntryWords(
            LinesOf(e, titles.GetValueOrDefault(e.AlsoOf, e.AlsoOf), rounds.GetValueOrDefault(e.ObjectId, "")),
            e.Verb.StartsWith("assessment.", StringComparison.Ordinal) ? "assessment.field.reason" : "journal.reason"));
    }

    private List<EntryLine> LinesOf(JournalEntry entry, string title, string editionId)
    {
        List<(string Column, string Field)> ranges = entry.Kind == criterionKind
            ? [("range", CriterionOf(entry, editionId))]
            : [("likelihood", texts["assessment.field.likelihood"]), ("overall", texts["assessment.field.impact"])];
        var same = new EntryLine(entry.Kind == criterionKind ? ranges[0].Field : "", "", "");
        return [.. ranges.Select(r => LineOf(entry, r.Column, r.Field)).OfType<EntryLine>().DefaultIfEmpty(same).Select(l => l with { Part = title })];
    }

    private string CriterionOf(JournalEntry entry, string editionId)
    {
        var id = ColumnOf(entry.After.Length > 0 ? entry.After : entry.Before, "id")?.GetString() ?? "";
        var criterion = id[(id.LastIndexOf('~') + 1)..];
        return $"{criterion} {editions.Find(editionId)?.Edition.FindCriterion(criterion)?.Name.Here()}".TrimEnd();
    }

    /// <summary>What the range in a column was and became; null where it did not change.</summary>
    private static EntryLine? LineOf(JournalEntry entry, string column, string field)
    {
        var (before, after) = (RangeOf(entry.Before, column), RangeOf(entry.After, column));
        return before == after ? null : new(field, before, after);
    }

    private static string RangeOf(string json, string column) =>
        ColumnOf(json, column)?.Deserialize<ClassRange>(DatabaseModel.Json) is { } range
            ? range.IsOne ? range.Best : $"{range.Lower}–{range.Best}–{range.Upper}"
            : "";

    private static JsonElement? ColumnOf(string json, string column) =>
        json.Length > 0 && JsonDocument.Parse(json).RootElement.TryGetProperty(column, out var value) ? value : null;
}
