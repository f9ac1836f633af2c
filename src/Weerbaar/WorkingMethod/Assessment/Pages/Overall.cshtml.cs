using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class OverallModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : WholePage(db, texts, editions)
{
    public override string DraftKey => $"overall-{Id}-{ScenarioId}";

    protected override string Place => JudgementPlaces.Overall(Id, ScenarioId);

    protected override string What => "assessment.field.overall";

    /// <summary>What follows from the judgements per criterion, whatever is given here.</summary>
    public ScenarioResult Computed => RoundResult.Of(Sheet).Scenarios.First(s => s.Row.Scenario.Id == ScenarioId);

    public IEnumerable<SelectListItem> Choices =>
        Sheet.Edition.Edition.Impact.Choices.Select(c => new SelectListItem($"{c.Id} {c.Label.Here()}", c.Id));

    public override ClassRange? RangeOf(AssessedScenario assessed) => assessed.Overall;

    public override Text NoteOf(AssessedScenario assessed) => assessed.OverallNote;

    protected override Task JudgeAsync(CancellationToken ct) =>
        JudgeScenario.OverallAsync(Id, ScenarioId, Input.Version, Input.ToRequest(), Db, Editions, ct);
}
