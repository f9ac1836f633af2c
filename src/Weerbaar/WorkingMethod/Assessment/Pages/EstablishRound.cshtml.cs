using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class EstablishRoundModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    public sealed class Form
    {
        public long Version { get; set; }

        [Display(Name = "assessment.field.established-on")]
        public DateOnly? On { get; set; }

        [Display(Name = "thread.field.reason")]
        public string Reason { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    public RoundResult Result { get; private set; } = null!;

    public Round Round => Result.Sheet.Round;

    /// <summary>What keeps the round from being established.</summary>
    public IReadOnlyList<ScenarioResult> Open => Step == "establish" && Round.Status == RoundStatus.Draft
        ? [.. Result.Scenarios.Where(s => s.Impact is null || s.Likelihood is null)]
        : [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = new Form { Version = Round.Version, On = Day };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            await (Step == "establish"
                ? EstablishRound.HandleAsync(Id, Input.Version, new() { On = Input.On, Reason = Input.Reason ?? "" }, Db, editions, ct)
                : EstablishRound.ReopenAsync(Id, Input.Version, Input.Reason ?? "", Db, ct));
            TempData.Saved(T[$"assessment.{Step}.done"]);
            return $"/rounds/{Id}";
        },
        () => ShowAsync(ct));

    public string HrefOf(ScenarioResult scenario) => scenario.Missing is [var first, ..]
        ? JudgementPlaces.Criterion(Id, scenario.Row.Scenario.Id, first)
        : scenario.Impact is null
            ? JudgementPlaces.Overall(Id, scenario.Row.Scenario.Id)
            : JudgementPlaces.Likelihood(Id, scenario.Row.Scenario.Id);

    public string StillToDo(ScenarioResult scenario)
    {
        string?[] parts =
        [
            scenario.Missing.Count > 0 ? T.Count("assessment.how.missing", scenario.Missing.Count)
                : scenario.Impact is null ? T["assessment.how.to-give"] : null,
            scenario.Likelihood is null ? T["assessment.establish.no-likelihood"] : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.NeedSomewhere(Permission.EstablishRounds);
        Result = await GetRound.HandleAsync(Id, null, null, Db, editions, ct);
        Db.Actor.Need(Permission.EstablishRounds, Round);
    }
}
