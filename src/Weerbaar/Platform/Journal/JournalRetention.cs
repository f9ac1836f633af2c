using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// How long the content of entries is kept, by the beginning of their verb: <c>{ "read.": 365 }</c> keeps what was read
/// and searched for a year. Of what no rule names, the content stays. The longest beginning that fits counts.
/// </summary>
public sealed record RetentionRules(IReadOnlyDictionary<string, int> Days)
{
    public const string FileName = "journal-retention.json";

    private const string ownVerbs = "journal.";
    private const int leastDays = 30;

    /// <summary>The rules in a data folder; none when there is no file.</summary>
    /// <exception cref="BadUse">The file is no such rules.</exception>
    public static RetentionRules In(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return File.Exists(path) ? Read(path, File.ReadAllText(path)) : new(new Dictionary<string, int>());
    }

    public static RetentionRules Read(string path, string json)
    {
        try
        {
            var days = JsonSerializer.Deserialize<Dictionary<string, int>>(json) ?? throw new JsonException("It is empty.");
            BadUse.Unless(!days.ContainsKey(""), $"{path}: a rule needs the beginning of a verb, such as \"read.\".");
            var own = days.Keys.FirstOrDefault(k => k.StartsWith(ownVerbs, StringComparison.Ordinal) || ownVerbs.StartsWith(k, StringComparison.Ordinal));
            BadUse.Unless(own is null, $"{path}: \"{own}\" would remove what the journal says of itself, which the proof needs. Take that rule out.");
            var brief = days.FirstOrDefault(d => d.Value < leastDays).Key;
            BadUse.Unless(brief is null, $"{path}: \"{brief}\" keeps less than {leastDays} days. Give a number of days of at least {leastDays}.");
            return new(days);
        }
        catch (JsonException wrong)
        {
            throw new BadUse($"{path} is not of the form {{ \"read.\": 365 }}: {wrong.Message}", wrong);
        }
    }

    /// <summary>The beginning of the rule that holds for a verb; null when none does.</summary>
    public string? RuleOf(string verb) => Days.Keys.Where(k => verb.StartsWith(k, StringComparison.Ordinal)).MaxBy(k => k.Length);
}

/// <summary>
/// Takes the content out of entries whose time is over. Their headings and the hashes of what they held stay, and an
/// entry says which they were: the chain still holds, and what was taken out otherwise is found.
/// </summary>
public static class JournalRetention
{
    private const int atOnce = 2000;

    /// <summary>To be called once a day.</summary>
    /// <returns>Of how many entries the content was removed.</returns>
    public static async Task<int> ApplyAsync(WeerbaarDb db, RetentionRules rules, DateTimeOffset now, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var removed = 0;
        foreach (var (beginning, days) in rules.Days)
        {
            var before = now.AddDays(-days);
            while (await ExpiredAsync(db, beginning, rules, before, ct) is { Count: > 0 } expired)
            {
                await RemoveAsync(db, expired, string.Create(CultureInfo.InvariantCulture, $"{beginning} {days} d"), ct);
                removed += expired.Count;
            }
        }

        return removed;
    }

    private static async Task<List<long>> ExpiredAsync(WeerbaarDb db, string beginning, RetentionRules rules, DateTimeOffset before, CancellationToken ct)
    {
        var longer = rules.Days.Keys.Where(k => k.Length > beginning.Length && k.StartsWith(beginning, StringComparison.Ordinal)).ToList();
        var found = db.Journal.AsNoTracking().Where(e => e.Form == JournalEntry.NewestForm && e.Salt != "" && e.At < before && e.Verb.StartsWith(beginning));
        found = longer.Aggregate(found, (some, other) => some.Where(e => !e.Verb.StartsWith(other)));
        return await found.OrderBy(e => e.Seq).Select(e => e.Seq).Take(atOnce).ToListAsync(ct);
    }

    private static Task RemoveAsync(WeerbaarDb db, List<long> expired, string rule, CancellationToken ct) => db.WriteAsync(async path =>
    {
        var ranges = RemovedContent.Of(expired);
        await using var all = await db.Database.BeginTransactionAsync(ct);
        await path.RecordAsync(new JournalDraft("journal", "content", "", Marking.DepartmentalConfidential, "", RemovedContent.Json(ranges)), new Change(RemovedContent.Verb, rule), ct);
        foreach (var (first, last) in ranges)
        {
            await db.Database.ExecuteSqlAsync($"UPDATE journal_entry SET salt = '', reason = '', before = '', after = '' WHERE seq BETWEEN {first} AND {last}", ct);
        }

        await all.CommitAsync(ct);
    }, ct);
}
