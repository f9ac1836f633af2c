using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>The cycle as the ring draws it: the steps with what they hold, and the products that have a day: those of one cycle, or of this time.</summary>
internal sealed record CycleDrawing(
    IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Product> Products, Round? Round, IReadOnlyList<NavigationEntry> Navigation, DateOnly Today, string? Cycle)
{
    public CycleRing.Input ToInput(Texts texts)
    {
        var products = Products.Where(IsShown).OrderByDescending(p => p.Delivered).ThenBy(p => p.Due).ToList();
        return new CycleRing.Input(
            texts["cycle.ring.title"],
            texts["cycle.ring.description", CycleStep.All.Count, products.Count],
            Round?.Title.Here ?? texts["cycle.ring.centre"],
            [.. CycleStep.All.Select(s => StepOf(s, texts))],
            [.. products.Select(ProductOf)],
            PageLinks.Href("/products", (CycleFilter.InAddress, Cycle ?? "")));
    }

    private bool IsShown(Product product) => (product.Delivered ?? product.Due) is { } day
        && (Cycle is null ? day >= TaskList.OldBefore(Today) : CycleFilter.CycleOf(product.Id) == Cycle);

    private CycleRing.Step StepOf(CycleStep step, Texts texts) => new(
        step.Name, texts[step.TitleKey], step.Href(Navigation, Cycle), step.Note(Counts, texts),
        IsCurrent: step.Kind == "round" && Round?.Status == RoundStatus.Draft);

    private CycleRing.Product ProductOf(Product product) => new(
        CycleStep.All.First(s => s.Products.Contains(product.ProductKind)).Name,
        product.Title.Here, $"/products/{product.Id}", Moments.Words((product.Delivered ?? product.Due)!.Value), product.StateOn(Today));
}
