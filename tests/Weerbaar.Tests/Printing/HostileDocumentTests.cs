using Weerbaar.Platform.Printing;

namespace Weerbaar.Tests.Printing;

public sealed class HostileDocumentTests : IDisposable
{
    private readonly Chromium chromium = new(new ChromiumOptions());
    private readonly Listener listener = new();

    public void Dispose()
    {
        chromium.Dispose();
        listener.Dispose();
    }

    [ChromiumFact]
    public async Task A_script_in_the_document_does_not_run()
    {
        var text = await PrintAsync(
            """<p id="x">kept</p><script>document.getElementById('x').textContent='changed'</script><img src="x" onerror="document.body.textContent='changed'">""");

        text.ShouldContain("kept");
        text.ShouldNotContain("changed");
    }

    [ChromiumFact]
    public async Task Nothing_a_document_asks_for_leaves_the_machine()
    {
        var to = listener.Address;

        await PrintAsync(
            $$"""
            <link rel="preconnect" href="{{to}}"><link rel="dns-prefetch" href="{{to}}"><link rel="stylesheet" href="{{to}}/a.css">
            <link rel="prefetch" href="{{to}}/b"><style>@import url({{to}}/c.css); body { background: url({{to}}/d.png) }</style>
            <img src="{{to}}/e.png"><iframe src="{{to}}/f"></iframe><object data="{{to}}/g"></object><video src="{{to}}/h"></video>
            <svg><image href="{{to}}/i.png"/></svg>
            """);

        listener.SomeoneKnocked.ShouldBeFalse();
    }

    [ChromiumFact]
    public async Task A_document_that_sends_the_page_elsewhere_is_printed_as_it_was()
    {
        var text = await PrintAsync($"""<meta http-equiv="refresh" content="0;url={listener.Address}/"><p>stays</p>""");

        text.ShouldContain("stays");
        listener.SomeoneKnocked.ShouldBeFalse();
    }

    [ChromiumFact]
    public async Task A_document_that_loads_itself_again_is_printed_once()
    {
        var text = await PrintAsync("""<meta http-equiv="refresh" content="0"><p>once</p><iframe src="/"></iframe>""");

        text.ShouldContain("once");
    }

    [ChromiumFact]
    public async Task Files_of_the_server_cannot_be_shown()
    {
        var text = await PrintAsync("""<p>before</p><iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>""");

        text.ShouldContain("before");
        text.ShouldNotContain("root:");
    }

    private async Task<string> PrintAsync(string body) =>
        PdfTools.Text(await chromium.PrintPdfAsync($"<!doctype html><html><body>{body}", new Dictionary<string, PrintResource>(), "Hostile", "en"));
}
