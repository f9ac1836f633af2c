using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Access.Explanation.Pages;

public sealed class ExplainObjectModel(WeerbaarDb db, Texts texts, ExplainObject explain, ObjectKinds kinds, OrganisationCatalogue organisations)
    : StepPage(db, texts)
{
    public ExplainObject.View Explained { get; private set; } = null!;

    public IndexedObject Subject { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    public string Back => kinds[Subject.Kind].Href(Subject.Id);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Explained = await explain.HandleAsync(id, ct);
        Subject = await IndexedOrNotThere.GetAsync(Db, id, ct);
        var linked = May(Permission.ManagePeople);
        return await new DataTable<ExplainObject.Row>(Request, "object-access", T["access.people.title"])
            .Title("name", T["access.field.name"], r => r.Name, linked ? r => r.Owner is null ? $"/people/{r.PersonId}/access" : "/api-clients" : null)
            .Column("owner", T["access.explain.owner"], r => r.Owner)
            .Column("organisations", T["access.functions.field.organisation"], r => organisations.Words(r.Organisations))
            .Column("sees", T["access.explain.sees-it"], r => SeesBadge(r).Word, r => SeesBadge(r).Html())
            .Column("sees-why", T["access.explain.why"], r => r.Why)
            .Column("may", T["access.explain.may-do"], MayOf)
            .Column("may-why", T["access.explain.why-may"], r => string.Join("; ", r.May.Select(m => m.Why).Distinct()))
            .Filter("sees", T["access.explain.sees-it"], r => SeesBadge(r).Word)
            .FilterAny("may", T["access.explain.may-do"], r => r.May.Select(m => T.Of(m.Permission)))
            .Answer(this, Explained.People, view => Table = view);
    }

    private Badge SeesBadge(ExplainObject.Row row) => row.Sees ? new(Tone.Good, T["access.yes"]) : new(Tone.Neutral, T["access.no"]);

    private string MayOf(ExplainObject.Row row) => string.Join(", ", row.May.Select(m => T.Of(m.Permission)).Distinct());
}
