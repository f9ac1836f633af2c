using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class PeopleModel(WeerbaarDb db, Texts texts, KnownPeople people, OrganisationCatalogue organisations, TimeProvider clock) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var all = await ListPeople.HandleAsync(Db, people, clock, ct);
        return await new DataTable<KnownPerson>(Request, "people", T["access.people.title"])
            .Title("name", T["access.field.name"], p => p.Person.Name, p => $"/people/{p.Person.Id}")
            .Column("organisations", T["access.functions.field.organisation"], p => organisations.Words(p.Organisations))
            .Column("role", T["access.roles.title"], RolesOf)
            .Column("clearance", T["access.field.clearance"], p => T.Of(p.Person.Clearance), p => Badge.Of(p.Person.Clearance).Html(), p => p.Person.Clearance)
            .Column("state", T["access.field.state"], p => PersonState.Of(p, T).Word, p => PersonState.Of(p, T).Html())
            .Column("email", T["access.field.email"], p => p.Person.Email)
            .FilterAny("role", T["access.field.role"], p => p.Grants.Select(g => g.Role.ToString()), role => T.Of(Enum.Parse<Role>(role)))
            .FilterAny("organisations", T["access.functions.field.organisation"], p => p.Organisations, code => organisations.NameOf(code).Here)
            .Filter("state", T["access.field.state"], p => PersonState.Of(p, T).Word)
            .Answer(this, all, view => Table = view);
    }

    /// <summary>The roles, each with the organisation it holds for, or that it holds for one object.</summary>
    private string RolesOf(KnownPerson known) => string.Join(", ", known.Grants.Select(g => g.Scope switch
    {
        { Organisation: { } code } => $"{T.Of(g.Role)} ({code})",
        { ObjectId: not null } => $"{T.Of(g.Role)} ({T["access.scope.one-object"]})",
        _ => T.Of(g.Role),
    }).Distinct());
}
