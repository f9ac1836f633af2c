using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>A page about the difference of two scenarios, which the reader chooses; the model of the partial <c>_Pair</c>.</summary>
public abstract class PairPage(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : UncertaintyPage(db, texts, editions, runs)
{
    /// <summary>Ids of the two scenarios compared.</summary>
    [BindProperty(SupportsGet = true)]
    public string? One { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    public ComparedPair Pair => ComparedPair.Of(Result!, One, Other);
}
