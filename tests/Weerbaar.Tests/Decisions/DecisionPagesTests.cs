using System.Net;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Decisions;

public sealed class DecisionPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_stale_decision_says_so_on_its_page_until_it_is_confirmed_there(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var cycle = await Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var path = $"/decisions/{await cycle.DecideAsync()}";
        (await cycle.Client.GetStringAsync(path)).ShouldNotContain("verouderd");
        await cycle.JudgeAsync("likelihood", "E", version: 2);
        (await cycle.Client.GetStringAsync(path)).ShouldContain("bij 1 scenario is de klasse anders");
        var page = await cycle.Client.GetStringAsync($"{path}/confirm");

        var answer = await cycle.Client.PostAsync($"{path}/confirm", TestSite.Form(page,
            ("Input.Version", "1"), ("Input.Basis", cycle.RoundId), ("Input.Reason", "Blijft nodig")));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Het besluit is bevestigd");
        (await cycle.Client.GetStringAsync(path)).ShouldNotContain("verouderd");
    }
}
