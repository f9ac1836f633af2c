using System.Globalization;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class EditionModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    public LoadedEdition Loaded { get; private set; } = null!;

    public MethodEdition Edition => Loaded.Edition;

    public IReadOnlyList<CriterionWeights> Weights =>
        Edition.Overall.Weighs ? [.. CriterionWeights.Ids(Edition).Select(id => CriterionWeights.Find(Edition, id)!)] : [];

    public void OnGet(string id)
    {
        Db.Actor.Need(Platform.Access.Permission.Read);
        Loaded = editions.Find(id) ?? throw new NotThere("edition", id);
    }

    public string ValueOf(ImpactClass impact)
    {
        var value = Edition.Value.Of(impact.Level, Edition.Impact.Top);
        return Edition.Value.Currency is { } currency
            ? value.ToString("#,0", CultureInfo.CurrentCulture) + " " + currency
            : value.ToString("0." + new string('#', DecimalsOf(value)), CultureInfo.CurrentCulture);
    }

    /// <summary>So many that the smallest value is not written as nothing.</summary>
    private static int DecimalsOf(double value) => value > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 4, 15) : 0;

    public string WeightOf(CriterionWeights weights, Criterion criterion) => weights.Weights[criterion.Id].ToString("P1", CultureInfo.CurrentCulture);

    public string EdgeOf(double edge) => Edition.Bands!.Measure == BandMeasure.Value && Edition.Value.Currency is { } currency
        ? edge.ToString("#,0", CultureInfo.CurrentCulture) + " " + currency
        : edge.ToString("0.####", CultureInfo.CurrentCulture);
}
