using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients.Pages;

/// <summary>Every program with a key, when it was last seen, and a button to end it.</summary>
public sealed class ApiClientsModel(WeerbaarDb db, Texts texts, TimeProvider clock) : StepPage(db, texts)
{
    public IReadOnlyList<ApiClientView> Clients { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostRevokeAsync(string id, long version, CancellationToken ct) => TryAsync(
        async () =>
        {
            var client = await RevokeApiClient.HandleAsync(id, version, Db, clock.GetUtcNow(), ct);
            TempData.Saved(T["access.api-clients.revoked", client.Name]);
            return "/api-clients";
        },
        () => ShowAsync(ct));

    private async Task ShowAsync(CancellationToken ct) => Clients = await ListApiClients.HandleAsync(Db, clock.Today(), ct);
}
