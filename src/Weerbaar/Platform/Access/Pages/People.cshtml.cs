using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class PeopleModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await new DataTable<Person>(Request, "people", T["access.people.title"])
            .Title("name", T["access.field.name"], p => p.Name, p => $"/people/{p.Id}")
            .Column("email", T["access.field.email"], p => p.Email)
            .Column("role", T["access.field.role"], p => T.Of(p.Role))
            .Column("clearance", T["access.field.clearance"], p => T.Of(p.Clearance))
            .Column("state", T["access.field.state"], p => T[p.Disabled ? "access.state.blocked" : "access.state.active"])
            .Filter<Role>("role", T["access.field.role"], p => p.Role)
            .Answer(this, await ListPeople.HandleAsync(Db, ct), view => Table = view);
}
