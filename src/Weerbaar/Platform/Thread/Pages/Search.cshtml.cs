using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class SearchModel(WeerbaarDb db, Texts texts, ObjectKinds kinds) : StepPage(db, texts)
{
    /// <summary>A hit as the palette shows it.</summary>
    public sealed record Entry(string Title, string Kind, string Href);

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    public Listing<SearchObjects.Hit>? Found { get; private set; }

    /// <summary>The page, or the hits as JSON for the palette.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Found = string.IsNullOrWhiteSpace(Q) ? null : await SearchObjects.HandleAsync(Q, Db, kinds, ct);
        return Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)
            ? new JsonResult((Found?.Items ?? []).Select(h => new Entry(h.Title.Here, T[kinds[h.Kind].TextKey], Then(h.Href))))
            : Page();
    }

    /// <summary>Who searches in the past stays there; the links of the page do so by themselves.</summary>
    private string Then(string href) => Db.Current.Past is { } past ? Past.Address(href, past.At) : href;
}
