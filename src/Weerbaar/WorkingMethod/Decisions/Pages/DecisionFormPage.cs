using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

/// <summary>What the pages that write a decision have in common: the advices and rounds to choose from.</summary>
public abstract class DecisionFormPage(WeerbaarDb db, Texts texts)
    : ObjectFormPage<DecisionForm>(db, texts, Permission.RecordDecisions, "advice")
{
    public Choice Adopts => new("Input.Adopts", T["decisions.field.adopts"], Objects, Input.Adopts);

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    protected override async Task ShowAsync(CancellationToken ct)
    {
        await base.ShowAsync(ct);
        var rounds = await ObjectChoices.OfAsync(Db, T, ct, "round");
        Rounds = [new SelectListItem(T["decisions.basis.none"], ""), .. rounds.SelectMany(g => g.Options).Select(o => new SelectListItem(o.Text.Here, o.Value))];
    }
}
