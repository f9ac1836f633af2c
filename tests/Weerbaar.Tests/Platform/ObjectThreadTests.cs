using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Platform;

/// <summary>What an object rests on and what rests on it, and nothing that only comes along.</summary>
public sealed class ObjectThreadTests
{
    [Theory, OnEveryDatabase]
    public async Task The_thread_of_a_measure_has_its_own_advice_and_not_the_others_its_decision_adopts(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (one, other) = (await AdviceAsync(coordinator, "Een"), await AdviceAsync(coordinator, "Ander"));
        var decision = (await coordinator.PostJsonAsync("/decisions", new { title = Text("Besluit"), date = "2026-07-03", body = Text("kabinet"), adopts = new[] { one, other } })).Text("id");
        var (ofOne, ofOther, ofDecision) = (await MeasureAsync(coordinator, one, decision), await MeasureAsync(coordinator, other, decision), await MeasureAsync(coordinator, decision));

        (await ThreadAsync(coordinator, ofOne)).ShouldBe([ofOne, one, decision], ignoreOrder: true);
        (await ThreadAsync(coordinator, one)).ShouldBe([one, decision, ofOne, ofDecision], ignoreOrder: true);
        (await ThreadAsync(coordinator, ofDecision)).ShouldBe([ofDecision, decision, one, other], ignoreOrder: true);
        (await ThreadAsync(coordinator, decision)).ShouldBe([decision, one, other, ofOne, ofOther, ofDecision], ignoreOrder: true);
        (await coordinator.PageAsync($"/thread/{ofOne}")).QuerySelectorAll($"a[href='/advices/{other}']").ShouldBeEmpty();
    }

    private static object Text(string words) => new { nl = words, en = "" };

    private static async Task<string> AdviceAsync(HttpClient client, string title) =>
        (await client.PostJsonAsync("/advices", new { adviceKind = "Advice", title = Text(title) })).Text("id");

    private static async Task<string> MeasureAsync(HttpClient client, params string[] restsOn) =>
        (await client.PostJsonAsync("/measures", new { title = Text("Maatregel"), restsOn })).Text("id");

    private static async Task<IEnumerable<string>> ThreadAsync(HttpClient client, string id) =>
        (await client.GetJsonAsync($"/objects/{id}/thread")).GetProperty("nodes").EnumerateArray().Select(n => n.Text("id"));
}
