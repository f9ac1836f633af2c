using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class EditionsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Db.Actor.Need(Platform.Access.Permission.Read);
        return await new DataTable<LoadedEdition>(Request, "method-editions", T["methods.title"])
            .Title("title", T["assessment.field.title"], e => e.Edition.Title.Here(), e => $"/method-editions/{e.Edition.Id}")
            .Column("id", T["methods.id"], e => e.Edition.Id)
            .Number("criteria", T["methods.criteria"], e => e.Edition.Criteria.Count)
            .Column("rule", T["methods.rule"], e => T.Of(e.Edition.Overall.Rule))
            .Number("unverified", T["methods.unverified.count"], e => e.Edition.Unverified.Count())
            .Date("version", T["methods.version"], e => e.Edition.Version)
            .Answer(this, editions.All, view => Table = view);
    }
}
