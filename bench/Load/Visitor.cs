using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weerbaar.Bench.Load;

/// <summary>Somebody with a session, without a browser: its cookie, sent over connections that all share.</summary>
internal sealed partial class Visitor(HttpClient client, string cookie, string from)
{
    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 4000, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Follows a one-time link. Attempts at signing in are limited by address, so each visitor comes from one of its own, as behind a proxy.</summary>
    public static async Task<Visitor> SignInAsync(HttpClient client, Uri link, string from)
    {
        using var asked = await client.SendAsync(Request(HttpMethod.Get, link, "", from));
        var page = await asked.Content.ReadAsStringAsync();
        var token = Token().Match(page).Groups[1].Value;
        using var post = Request(HttpMethod.Post, link, Cookies(asked), from);
        post.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await client.SendAsync(post);
        var cookie = Cookies(answer);
        return cookie.Contains("weerbaar=", StringComparison.Ordinal)
            ? new Visitor(client, cookie, from)
            : throw new InvalidOperationException($"Signing in at {link} was answered with {(int)answer.StatusCode}.");
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, object? body = null, bool streams = false, CancellationToken ct = default)
    {
        using var request = Request(method, address, cookie, from);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await client.SendAsync(request, streams ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead, ct);
    }

    public async Task<JsonElement> JsonAsync(HttpMethod method, Uri address, object? body = null)
    {
        using var answer = await SendAsync(method, address, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text).RootElement
            : throw new InvalidOperationException($"{method} {address} was answered with {(int)answer.StatusCode}: {text}");
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, string cookie, string from)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        return request;
    }

    private static string Cookies(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set)
        ? string.Join("; ", set.Select(c => c.Split(';')[0]))
        : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
