using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class LikelihoodModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : WholePage(db, texts, editions)
{
    public override string DraftKey => $"likelihood-{Id}-{ScenarioId}";

    public LikelihoodScale Scale => Sheet.Edition.Edition.Likelihood;

    public bool IsMalicious => Strip.Scenario.Nature == Nature.Malicious;

    public double? Horizon => IsMalicious ? Scale.MaliciousHorizonYears : Scale.HazardHorizonYears;

    public bool HasWording => Scale.Classes.Any(c => Wording(c) is not null);

    protected override string Place => JudgementPlaces.Likelihood(Id, ScenarioId);

    protected override string What => "assessment.field.likelihood";

    public override ClassRange? RangeOf(AssessedScenario assessed) => assessed.Likelihood is { } said ? LikelihoodText.Here(said, Scale) : null;

    /// <summary>How the parts of a class are written, such as C-high; empty where the edition has none.</summary>
    public string SubLevels => string.Join(", ", Scale.Levels.Where(l => l.SubLevel is not null && l.Class == Scale.Classes[Scale.Classes.Count / 2]).Select(l => l.Name.Here()));

    public override Text NoteOf(AssessedScenario assessed) => assessed.LikelihoodNote;

    public Words? Wording(LikelihoodClass level) => IsMalicious ? level.Malicious : level.Hazard;

    protected override async Task JudgeAsync(CancellationToken ct)
    {
        try
        {
            await JudgeScenario.LikelihoodAsync(Id, ScenarioId, Input.Version, Input.ToRequest(), Db, Editions, ct);
        }
        catch (InvalidInput invalid) when (invalid.Errors.Any(e => e.Field == "likelihood"))
        {
            throw new InvalidInput([.. invalid.Errors.Select(e => e with { Field = e.Field == "likelihood" ? "best" : e.Field })]);
        }
    }
}
