using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class RoundsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var rounds = await ListRounds.HandleAsync(Db, null, null, ct);
        var seen = await VisibleIds.AmongAsync(Db, rounds.SelectMany(r => r.ScenarioIds), ct);
        return await new DataTable<Round>(Request, "rounds", T["kind.round.plural"])
            .Title("title", T["assessment.field.title"], r => r.Title.Here, r => $"/rounds/{r.Id}")
            .Column("status", T["assessment.field.status"], r => T.Of(r.Status), r => Status(r, T).Html())
            .Date("established", T["assessment.field.established-on"], r => r.EstablishedOn)
            .Column("edition", T["assessment.field.edition"], r => editions.Find(r.EditionId)?.Edition.Title.Here() ?? r.EditionId)
            .Number("scenarios", T["scenarios.title"], r => r.ScenarioIds.Count(seen.Contains))
            .Column("marking", T["thread.field.marking"], r => T.Of(r.Marking), r => Badge.Of(r.Marking).Html())
            .FilterCycle(T, r => r.Id)
            .Filter<RoundStatus>("status", T["assessment.field.status"], r => r.Status)
            .Empty(T["assessment.empty.heading"], T["assessment.empty.text"], May(Permission.OpenRounds) ? T["assessment.open"] : null, "/rounds/new")
            .Answer(this, rounds, view => Table = view);
    }

    public static Badge Status(Round round, Texts texts) =>
        new(round.Status == RoundStatus.Established ? Tone.Good : Tone.Info, texts.Of(round.Status), round.Status == RoundStatus.Draft ? "draft" : null);
}
