using System.Text.Json.Nodes;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Fuzz;

/// <summary>
/// Whatever is sent, the answer is never a defect and never shows the inside of the program.
/// <c>WEERBAAR_FUZZ_REQUESTS=100000</c> asks more, <c>WEERBAAR_FUZZ_SEED</c> asks other things.
/// </summary>
public sealed class ApiFuzzTests
{
    private const int Asked = 1500;

    [Theory, OnEveryDatabase]
    public async Task No_request_to_the_API_brings_out_a_defect(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        using var visitor = site.Visitor();
        var document = JsonNode.Parse(await visitor.GetStringAsync("/api/v1/openapi.json"))!;
        var garbage = new Garbage(new Random(FuzzRun.Seed), await Objects.MakeAsync(administrator));
        var known = await KnownAsync(site, administrator, reader);
        var run = new FuzzRun(garbage, new Sound(garbage, document, known), known, [administrator, reader, visitor]);
        var operations = Operation.Of(document);

        await run.AskAsync(operations, FuzzRun.Requests(Asked));

        run.Faults.ShouldBeEmpty();
        var came = $"Came out: {string.Join(", ", run.Answered)}";
        new[] { 200, 201, 400, 401, 403, 404, 405, 409, 412, 415, 428 }.Except(run.Answered.Keys).ShouldBeEmpty($"What never comes out was not tried. {came}");
        run.Answered.Where(a => a.Key < 300).Sum(a => a.Value).ShouldBeGreaterThan(run.Answered.Values.Sum() / 4, $"Behind the checks there is little that is tried. {came}");
        run.Done.Count.ShouldBeGreaterThan(operations.Count * 4 / 5, $"These never did what was asked: {string.Join(", ", operations.Except(run.Done))}");
        (await administrator.GetAsync("/threats")).EnsureSuccessStatusCode();
    }

    /// <summary>The two go on being let in; a role of the one can be lent to the other.</summary>
    private static async Task<Known> KnownAsync(TestSite site, HttpClient one, HttpClient other)
    {
        string[] ids = [(await one.GetJsonAsync("/me")).Text("id"), (await other.GetJsonAsync("/me")).Text("id")];
        var known = new Known(ids);
        known.Add(Sound.OwnRoles, (await one.GetJsonAsync($"/role-assignments?personId={ids[0]}")).GetProperty("items")[0].Text("id"));
        known.Add(Sound.Emails, await site.EmailOfAsync(ids[1]));
        return known;
    }
}
