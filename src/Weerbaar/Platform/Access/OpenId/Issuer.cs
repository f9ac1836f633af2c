namespace Weerbaar.Platform.Access.OpenId;

/// <summary>The issuer's document, kept for a few minutes: a key that it takes away is refused here soon, and a new one is found at once.</summary>
public sealed class Issuer(ServerSettings settings, IssuerClient client, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    /// <summary>After a failure nobody else waits for the next.</summary>
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private (IssuerDocument Document, DateTimeOffset At)? kept;
    private (IssuerTrouble Trouble, DateTimeOffset At)? failed;

    public Task<IssuerDocument> DocumentAsync(CancellationToken ct) => NotOlderAsync(GoodFor, ct);

    /// <summary>The document as it was at most so long ago.</summary>
    /// <exception cref="IssuerTrouble">The issuer does not answer as an issuer should.</exception>
    public async Task<IssuerDocument> NotOlderAsync(TimeSpan age, CancellationToken ct)
    {
        var asked = clock.GetUtcNow();
        await turn.WaitAsync(ct);
        try
        {
            if (kept is { } have && asked - have.At < age)
            {
                return have.Document;
            }

            return failed is { } last && asked - last.At < pause ? throw last.Trouble : await FetchAsync(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<IssuerDocument> FetchAsync(CancellationToken ct)
    {
        try
        {
            var document = IssuerDocument.Parse(await client.GetAsync(Place(), ct), settings.OpenId!);
            document = document.With(await client.GetAsync(document.Keys, ct));
            (kept, failed) = ((document, clock.GetUtcNow()), null);
            return document;
        }
        catch (IssuerTrouble trouble)
        {
            failed = (trouble, clock.GetUtcNow());
            throw;
        }
    }

    private Uri Place() => new($"{settings.OpenId!.Issuer.TrimEnd('/')}/.well-known/openid-configuration");
}
