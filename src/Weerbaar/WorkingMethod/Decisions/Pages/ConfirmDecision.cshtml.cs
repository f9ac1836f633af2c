using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

/// <summary>Shows what changed since the decision was taken, and asks why it still stands.</summary>
public sealed class ConfirmDecisionModel(WeerbaarDb db, Texts texts, BasisCheck basis) : DecisionFormPage(db, texts)
{
    public Decision Decision { get; private set; } = null!;

    public IReadOnlyList<BasisComparison> Comparison { get; private set; } = [];

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        await ShowAsync(id, ct);
        Input = DecisionForm.Of(Decision);
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new ConfirmDecision.Request { Reason = Input.Reason ?? "", Basis = Input.Basis };
            await ConfirmDecision.HandleAsync(id, Input.Version, request, Db, basis, ct);
            TempData.Saved(T["decisions.confirmed"]);
            return $"/decisions/{id}";
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct)
    {
        await ShowAsync(ct);
        Decision = await Db.GetAsync<Decision>(id, Permission.RecordDecisions, ct);
        Comparison = await basis.CompareAsync(Decision, ct);
    }
}
