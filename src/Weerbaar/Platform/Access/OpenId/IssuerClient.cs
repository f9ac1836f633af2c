using System.Net;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>The issuer does not answer, or not as an issuer should. Nobody's sign-in is at fault.</summary>
public sealed class IssuerTrouble(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The only place from which the program calls another. It calls none but the configured issuer, follows no redirect,
/// and takes neither long answers nor late ones.
/// </summary>
public sealed class IssuerClient(ServerSettings settings) : IDisposable
{
    private const int largestAnswer = 512 * 1024;

    private readonly HttpClient client = new(new OnlyIssuer(settings)
    {
        InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
    })
    {
        Timeout = settings.OpenId?.Patience ?? TimeSpan.FromSeconds(1),
        MaxResponseContentBufferSize = largestAnswer,
    };

    /// <summary>The status and the text of the answer.</summary>
    /// <exception cref="IssuerTrouble">There is no answer.</exception>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var answer = await client.SendAsync(request, ct);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception failed) when (failed is HttpRequestException or InvalidOperationException || (failed is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new IssuerTrouble($"{request.RequestUri?.GetLeftPart(UriPartial.Path)} does not answer: {failed.Message}", failed);
        }
    }

    public async Task<string> GetAsync(Uri address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (status, text) = await SendAsync(request, ct);
        return status == HttpStatusCode.OK ? text : throw new IssuerTrouble($"{address} answers {(int)status}.");
    }

    public void Dispose() => client.Dispose();

    /// <summary>Below everything that makes an address, so that no address gets by it.</summary>
    private sealed class OnlyIssuer(ServerSettings settings) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri is { } address && settings.OpenId?.IsOfIssuer(address) == true
                ? base.SendAsync(request, cancellationToken)
                : throw new IssuerTrouble($"{request.RequestUri} is no address of the issuer; name its host under 'hosts' if it should be.");
    }
}
