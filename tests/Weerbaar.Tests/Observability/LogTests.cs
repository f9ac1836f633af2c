using System.Text.Json;

namespace Weerbaar.Tests.Observability;

/// <summary>What the real program tells of itself: its log, and what it sends by OpenTelemetry.</summary>
public sealed class LogTests(WatchedRun run) : IClassFixture<WatchedRun>
{
    [Fact]
    public void The_log_is_lines_of_JSON_and_holds_no_word_of_what_is_marked()
    {
        (run.Ended.Output + run.Ended.Error).ShouldNotContain(WatchedRun.Secret);
        run.Ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.ValueKind == JsonValueKind.Object);
    }

    [Theory]
    [InlineData("/v1/traces", "GET threats/{id}")]
    [InlineData("/v1/metrics", "http.server.request.duration")]
    public void A_collector_gets_what_was_asked_and_measured_and_no_word_of_what_is_marked(string path, string told)
    {
        var sent = run.Sent.Where(m => m.Path == path).ToList();

        sent.ShouldNotBeEmpty();
        sent.ShouldAllBe(m => m.ContentType == "application/x-protobuf" && m.Bytes.Contains("weerbaar"));
        sent.ShouldContain(m => m.Bytes.Contains(told));
        sent.ShouldAllBe(m => !m.Bytes.Contains(WatchedRun.Secret));
    }
}
