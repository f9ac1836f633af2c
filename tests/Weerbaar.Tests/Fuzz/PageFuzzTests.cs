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
        var garbage = new Garbage(new Random(FuzzRun.Seed), ids);
        var run = new PageRun(garbage, administrator, Pages(site), ids);

        var forms = await run.FormsAsync();
        await run.AskAsync(forms, FuzzRun.Requests(Asked));

        forms.Count.ShouldBeGreaterThan(10);
        run.Faults.ShouldBeEmpty();
    }

    /// <summary>All pages but those that start a browser to print or end the sign-in.</summary>
    private static IReadOnlyList<string> Pages(TestSite site) =>
    [
        .. Routes.Pages(site)
            .Where(r => !leftOut.Any(l => r.StartsWith(l, StringComparison.Ordinal)) && !r.Contains("pdf", StringComparison.Ordinal) && !r.Contains("png", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
