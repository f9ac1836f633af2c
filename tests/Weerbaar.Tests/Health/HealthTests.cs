using System.Globalization;
using System.Net;

namespace Weerbaar.Tests.Health;

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

    [Theory]
    [InlineData("mailto:security@example.org", true)]
    [InlineData("https://example.org/weaknesses", true)]
    [InlineData("security@example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    public async Task Whom_to_tell_of_a_weakness_is_said_as_the_standard_has_it(string contact, bool isSaid)
    {
        await using var site = await TestSite.StartOnAsync(await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite), new MovableClock(), app => app.Configuration["Weerbaar:SecurityContact"] = contact);
        using var visitor = site.Visitor();

        using var answer = await visitor.GetAsync("/.well-known/security.txt");

        answer.StatusCode.ShouldBe(isSaid ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        if (isSaid)
        {
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; charset=utf-8");
            var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n').Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
            lines.Keys.ShouldBe(["Contact", "Expires", "Preferred-Languages"]);
            lines["Contact"].ShouldBe(contact);
            DateTimeOffset.Parse(lines["Expires"], CultureInfo.InvariantCulture).ShouldBeInRange(DateTimeOffset.UtcNow.AddDays(150), DateTimeOffset.UtcNow.AddDays(365));
        }
    }
}
