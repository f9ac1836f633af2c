using System.Text.Json.Nodes;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Fuzz;

/// <summary>
/// Whatever is sent, the answer is never a defect and never shows the inside of the program.
/// <c>WEERBAAR_FUZZ_REQUESTS=100000</c> asks more, <c>WEERBAAR_FUZZ_SEED</c> asks other things.
/// </summary>
public sealed class ApiFuzzTests
{
    private const int Asked = 3000;

    [Theory, OnEveryDatabase]
    public async Task No_request_to_the_API_brings_out_a_defect(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        using var visitor = site.Visitor();
        var document = JsonNode.Parse(await visitor.GetStringAsync("/api/v1/openapi.json"))!;
        var ids = await Objects.MakeAsync(administrator);
        var run = new FuzzRun(new Garbage(new Random(FuzzRun.Seed), document, ids), [administrator, reader, visitor]);

        await run.AskAsync(Operation.Of(document), FuzzRun.Requests(Asked));

        run.Faults.ShouldBeEmpty();
        new[] { 200, 201, 400, 401, 403, 404, 405, 412, 415, 428 }.Except(run.Answered.Keys).ShouldBeEmpty($"What never comes out was not tried. Came out: {string.Join(", ", run.Answered)}");
        (await administrator.GetAsync("/threats")).EnsureSuccessStatusCode();
    }
}
