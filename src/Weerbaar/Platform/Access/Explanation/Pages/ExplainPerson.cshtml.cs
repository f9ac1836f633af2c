using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Explanation.Pages;

public sealed class ExplainPersonModel(WeerbaarDb db, Texts texts, ExplainPerson explain) : StepPage(db, texts)
{
    public ExplainPerson.View Explained { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Explained = await explain.HandleAsync(id, ct);
        return await new DataTable<AccessReason>(Request, "access", T["access.explain.may"])
            .Title("permission", T["access.field.permission"], r => T.Of(r.Permission))
            .Column("why", T["access.explain.why"], r => r.Why)
            .Date("until", T["access.field.until"], r => r.Until)
            .Filter<Role>("role", T["access.field.role"], r => r.Role)
            .Empty(T["access.explain.nothing"], Explained.Sees)
            .Answer(this, Explained.Reasons, view => Table = view);
    }
}
