using System.Text;
using System.Text.Json;

namespace Weerbaar.Platform.Printing;

/// <summary>
/// The one page of a browser. It stands at an address that exists nowhere; the document and its resources are given to it
/// from memory, once, and every other request, redirect or navigation is dropped. Scripts do not run.
/// </summary>
internal sealed class PrintPage
{
    private const string address = "http://report.invalid/";
    private const string policy = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:";

    private readonly DevTools tools;
    private readonly string html;
    private readonly IReadOnlyDictionary<string, PrintResource> resources;
    private readonly CancellationToken stop;
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool documentGiven;

    private PrintPage(DevTools tools, string html, IReadOnlyDictionary<string, PrintResource> resources, CancellationToken stop)
    {
        this.tools = tools;
        this.html = html;
        this.resources = resources;
        this.stop = stop;
        tools.Happened = Happened;
    }

    public static async Task<PrintPage> OpenAsync(
        DevTools tools, string html, IReadOnlyDictionary<string, PrintResource> resources, CancellationToken stop)
    {
        var page = new PrintPage(tools, html, resources, stop);
        var target = await page.AskAsync("Target.createTarget", new { url = "about:blank" });
        var targetId = target.GetProperty("targetId").GetString();
        var attached = await page.AskAsync("Target.attachToTarget", new { targetId, flatten = true });
        tools.Session = attached.GetProperty("sessionId").GetString();
        await page.AskAsync("Emulation.setScriptExecutionDisabled", new { value = true });
        await page.AskAsync("Fetch.enable", new { patterns = new[] { new { urlPattern = "*" } } });
        await page.AskAsync("Page.enable", new { });
        await page.AskAsync("Page.navigate", new { url = address });
        await page.loaded.Task.WaitAsync(stop);
        return page;
    }

    public Task<JsonElement> AskAsync(string method, object parameters) => tools.AskAsync(method, parameters, stop);

    private void Happened(string name, JsonElement details)
    {
        if (name == "Page.loadEventFired")
        {
            loaded.TrySetResult();
        }
        else if (name == "Fetch.requestPaused")
        {
            _ = ReplyAsync(details.GetProperty("requestId").GetString()!, details.GetProperty("request").GetProperty("url").GetString()!);
        }
    }

    private async Task ReplyAsync(string requestId, string url)
    {
        try
        {
            await (Find(url) is { } found ? GiveAsync(requestId, found) : DropAsync(requestId));
        }
        catch (Exception error) when (error is PrintingFailedException or OperationCanceledException or ObjectDisposedException)
        {
            loaded.TrySetException(error);
        }
    }

    private PrintResource? Find(string url)
    {
        if (!url.StartsWith(address, StringComparison.Ordinal))
        {
            return null;
        }

        var path = new Uri(url).AbsolutePath;
        if (path != "/")
        {
            return resources.GetValueOrDefault(path);
        }

        var first = !documentGiven;
        documentGiven = true;
        return first ? new PrintResource("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)) : null;
    }

    private Task<JsonElement> GiveAsync(string requestId, PrintResource found) => AskAsync("Fetch.fulfillRequest", new
    {
        requestId,
        responseCode = 200,
        responseHeaders = new[]
        {
            new { name = "Content-Type", value = found.MediaType },
            new { name = "Content-Security-Policy", value = policy },
        },
        body = Convert.ToBase64String(found.Content.Span),
    });

    // "Aborted" leaves the page as it is; any other reason would put an error page in its place.
    private Task<JsonElement> DropAsync(string requestId) =>
        AskAsync("Fetch.failRequest", new { requestId, errorReason = "Aborted" });
}
