using System.Net;

namespace Weerbaar.Tests.Platform;

public sealed class HealthTests
{
    [Theory, OnEveryDatabase]
    public async Task A_process_that_lives_and_can_work_says_so_to_anybody(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var visitor = site.Visitor();

        (await visitor.GetStringAsync("/health/live")).ShouldBe("live\n");
        (await visitor.GetStringAsync("/health/ready")).ShouldBe("ready\n");
    }

    [Fact]
    public async Task Without_somebody_to_tell_there_is_no_security_page()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Visitor();

        using var answer = await visitor.GetAsync("/.well-known/security.txt");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
