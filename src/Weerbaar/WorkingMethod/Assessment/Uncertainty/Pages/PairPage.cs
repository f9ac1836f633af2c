using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>A page about the difference of two scenarios, which the reader chooses; the model of the partial <c>_Pair</c>.</summary>
public abstract class PairPage(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : UncertaintyPage(db, texts, editions, runs)
{
    private const double Sure = 0.9;

    /// <summary>Ids of the two scenarios compared.</summary>
    [BindProperty(SupportsGet = true)]
    public string? One { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    /// <summary>The two compared, the higher first; the first two neighbours that are not sure when the reader chose none.</summary>
    public (int Above, int Below) Pair
    {
        get
        {
            var order = Words.Order.ToList();
            var usual = order.Zip(order.Skip(1)).FirstOrDefault(p => Words.Above(p.First, p.Second) < Sure, (First: order[0], Second: order[1]));
            var one = Place(One) ?? usual.First;
            var other = Place(Other) is { } chosen && chosen != one ? chosen : one == usual.First ? usual.Second : usual.First;
            return order.IndexOf(one) < order.IndexOf(other) ? (one, other) : (other, one);

            int? Place(string? id) => Result!.Model.Scenarios.Index().Where(s => s.Item.Id == id).Select(s => (int?)s.Index).FirstOrDefault();
        }
    }
}
