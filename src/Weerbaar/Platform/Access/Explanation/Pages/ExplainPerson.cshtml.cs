using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Explanation.Pages;

public sealed class ExplainPersonModel(WeerbaarDb db, Texts texts, ExplainPerson explain) : StepPage(db, texts)
{
    public ExplainPerson.View Explained { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    /// <summary>Each ground on a line of its own.</summary>
    private static IHtmlContent Drawn(IEnumerable<AccessReason> grounds) => grounds.Select(r => r.Why).Aggregate(
        new HtmlContentBuilder(), (all, why) => (HtmlContentBuilder)(all.Count == 0 ? all : all.AppendHtml("<br>")).Append(why));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Explained = await explain.HandleAsync(id, ct);
        return await new DataTable<IGrouping<Permission, AccessReason>>(Request, "access", T["access.explain.may"])
            .Title("permission", T["access.field.permission"], r => T.Of(r.Key))
            .Column("why", T["access.explain.why"], r => string.Join("; ", r.Select(reason => reason.Why)), Drawn)
            .FilterAny("role", T["access.field.role"], r => r.Select(reason => T.Of(reason.Role)))
            .Empty(T["access.explain.nothing"], Explained.Sees)
            .Answer(this, [.. Explained.Reasons.GroupBy(r => r.Permission)], view => Table = view);
    }
}
