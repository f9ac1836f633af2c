using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

public sealed class OrderModel(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : UncertaintyPage(db, texts, editions, runs)
{
    private const int UsualTop = 10;

    /// <summary>How many of the order are compared.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Top { get; set; }

    public int Shown => Math.Clamp(Top ?? UsualTop, 2, Math.Max(2, Result?.Scenarios.Count ?? 2));

    /// <summary>How many can be chosen.</summary>
    public IEnumerable<int> Choices => new[] { 5, 10, 20 }.Where(n => n < Result!.Scenarios.Count).Append(Result!.Scenarios.Count);

    public IReadOnlyList<OverturnLine> Lines { get; private set; } = [];

    protected override Task WithResultAsync(SharedRun<RoundUncertainty> run, CancellationToken ct)
    {
        Lines = new Overturn(Result!.Model).Neighbours(Shown - 1, ct);
        return Task.CompletedTask;
    }
}
