using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal.Pages;

/// <summary>The entries that the journal shows, as a file. Up to an entry that is named, so that what was looked at first is what leaves.</summary>
[SendsFile]
public sealed class ExportJournalModel(WeerbaarDb db, Texts texts, ServerSettings settings) : StepPage(db, texts)
{
    private const string name = "journal.jsonl";
    private const int most = 10_000;

    public async Task<IActionResult> OnGetAsync(string? who, string? what, DateOnly? from, DateOnly? until, long? upTo, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ReadJournal);
        var choice = JournalChoice.OfDays(who, what, from, until) with { UpTo = upTo ?? long.MaxValue };
        if (upTo is null)
        {
            var last = await choice.In(Db).MaxAsync(e => (long?)e.Seq, ct) ?? 0;
            return Redirect(PageLinks.Href(Request.Path, ("who", who ?? ""), ("what", what ?? ""), ("from", $"{from:yyyy-MM-dd}"), ("until", $"{until:yyyy-MM-dd}"), ("upTo", $"{last}")));
        }

        return await choice.In(Db).CountAsync(ct) > most ? throw new InvalidInput("", "journal.error.too-many", most) : await FileAsync(choice, Described(who, what, $"{from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}", $"–{upTo}"), await InWordsAsync(who, what, from, until, upTo.Value, ct), ct);
    }

    /// <summary>The file with what was chosen, as the journal says what left.</summary>
    private static string Described(params IEnumerable<string?> chosen) => string.Join(' ', chosen.Prepend(name).Where(c => c?.Length > 0));

    /// <summary>The same for who looks at it first: what was chosen on the page of the journal.</summary>
    private async Task<string> InWordsAsync(string? who, string? what, DateOnly? from, DateOnly? until, long upTo, CancellationToken ct)
    {
        var person = string.IsNullOrEmpty(who) ? T["journal.filter.everyone"] : await JournalNames.OfActorAsync(Db, T, who, ct) ?? who;
        var days = new[] { ("from", from), ("until", until) }.Where(d => d.Item2 is not null).Select(d => (T[$"journal.filter.{d.Item1}"], Moments.Words(d.Item2!.Value)));
        return string.Join(", ", new[] { (T["journal.filter.who"], person), (T["journal.filter.what"], string.IsNullOrEmpty(what) ? T["journal.filter.all"] : JournalWords.What(what, T)) }
            .Concat(days).Select(w => $"{w.Item1}: {w.Item2}").Append(T["journal.export.up-to", upTo]));
    }

    private async Task<IActionResult> FileAsync(JournalChoice choice, string described, string chosen, CancellationToken ct)
    {
        await JournalExport.LeaveAsync(Db, choice, described, ct, chosen);
        using var file = new MemoryStream();
        await StreamJournal.WriteAsync(file, JournalExport.LinesAsync(Db, JournalFormat.Jsonl, choice, settings.EventSource, ct), ct);
        return File(file.ToArray(), "application/x-ndjson", name);
    }
}
