using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Fuzz;

/// <summary>
/// Whatever address is asked for and whatever is typed in a form, the answer is a page that is no defect.
/// <c>WEERBAAR_FUZZ_REQUESTS</c> and <c>WEERBAAR_FUZZ_SEED</c> ask more and other things.
/// </summary>
public sealed class PageFuzzTests
{
    private const int Asked = 300;

    private static readonly string[] leftOut = ["/sign-in", "/sign-out", "/account", "/people", "/error", "/language", "/gallery"];

    [Theory, OnEveryDatabase]
    public async Task No_address_and_no_form_brings_out_a_defect(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var ids = await Objects.MakeAsync(administrator);
        var garbage = new Garbage(new Random(FuzzRun.Seed), new JsonObject(), ids);
        var run = new PageRun(garbage, administrator, Routes(site), ids);

        var forms = await run.FormsAsync();
        await run.AskAsync(forms, FuzzRun.Requests(Asked));

        forms.Count.ShouldBeGreaterThan(10);
        run.Faults.ShouldBeEmpty();
    }

    /// <summary>All pages but those that start a browser to print or end the sign-in.</summary>
    private static IReadOnlyList<string> Routes(TestSite site) =>
    [
        .. site.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !leftOut.Any(l => r.StartsWith(l, StringComparison.Ordinal)) && !r.Contains("pdf", StringComparison.Ordinal) && !r.Contains("png", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
