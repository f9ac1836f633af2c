using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures.Pages;

/// <summary>What the pages that add and change a measure have in common: the choices on the form.</summary>
public abstract class MeasureFormPage(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations)
    : ObjectFormPage<MeasureForm>(db, texts, Permission.WriteMeasures, "advice", "decision", "scenario")
{
    public Choice Leads => Choose("Input.Leads", T["measures.field.leads"], Input.Leads);

    public Choice Partners => Choose("Input.Partners", T["measures.field.partners"], Input.Partners);

    public Choice RestsOn => new("Input.RestsOn", T["thread.box.rests-on"], Objects, Input.RestsOn, T["measures.field.rests-on-hint"]);

    protected OrganisationCatalogue Organisations { get; } = organisations;

    private Choice Choose(string name, string legend, List<string> chosen) => new(
        name, legend, OrganisationChoices.Of(Organisations, T, Day, chosen), chosen);
}
