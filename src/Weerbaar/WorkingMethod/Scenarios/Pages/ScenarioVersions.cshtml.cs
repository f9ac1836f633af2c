using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class ScenarioVersionsModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public Scenario Scenario { get; private set; } = null!;

    public IReadOnlyList<ScenarioVersion> Versions { get; private set; } = [];

    /// <summary>Empty when there is only one version.</summary>
    public CompareScenarioVersions.View? Difference { get; private set; }

    public async Task OnGetAsync(string id, int? from, int? to, CancellationToken ct)
    {
        Scenario = await Db.GetAsync<Scenario>(id, ct);
        Versions = await ListScenarioVersions.HandleAsync(id, Db, ct);
        if (Versions is [var newest, var before, ..])
        {
            Difference = await CompareScenarioVersions.HandleAsync(id, from ?? before.Number, to ?? newest.Number, Db, WordOf, ct);
        }
    }

    public string NameOf(FieldDifference field)
    {
        var name = T[field.Field == "planningAssumptions" ? "scenarios.field.planning" : $"scenarios.field.{field.Field}"];
        return field.Language.Length == 0 ? name : $"{name} ({T["site.language.name." + field.Language]})";
    }

    private string WordOf(Enum value) => value switch
    {
        Nature nature => T.Of(nature),
        Confidence confidence => T.Of(confidence),
        _ => value.ToString(),
    };
}
