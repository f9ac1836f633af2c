using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

/// <summary>What the pages that add and change an advice have in common: the choices on the form.</summary>
public abstract class AdviceFormPage(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations)
    : ObjectFormPage<AdviceForm>(db, texts, Permission.WriteCapabilities, "scenario", "threat", "round")
{
    public Choice Phases => AdviceForm.PhaseChoice(T, Input);

    public Choice Leads => new(
        "Input.Leads", T["capabilities.field.leads"],
        OrganisationChoices.Of(Organisations, T, Day, Input.Leads), Input.Leads);

    public Choice RestsOn => new("Input.RestsOn", T["thread.box.rests-on"], Objects, Input.RestsOn, T["capabilities.field.rests-on-hint"]);

    protected OrganisationCatalogue Organisations { get; } = organisations;
}
