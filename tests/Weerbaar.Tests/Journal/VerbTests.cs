using System.Globalization;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Journal;

/// <summary>The verbs of the journal, run as the program itself.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_checkpoint_kept_elsewhere_shows_what_the_chain_alone_does_not()
    {
        var kept = Path.Combine(program.Folder, "kept.jsonl");
        await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data);
        (await program.RunAsync("journal", "checkpoint", "--out", kept, "--data", program.Data)).Code.ShouldBe(0);
        (await program.RunAsync("journal", "verify", "--checkpoints", kept, "--data", program.Data)).Output.ShouldContain("The journal holds");

        var lines = await File.ReadAllLinesAsync(kept);
        var seq = long.Parse(System.Text.Json.JsonDocument.Parse(lines[0]).RootElement.GetProperty("seq").ToString(), CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(kept, lines[0].Replace($"\"seq\":{seq}", $"\"seq\":{seq + 1}", StringComparison.Ordinal) + "\n");
        var altered = await program.RunAsync("journal", "verify", "--checkpoints", kept, "--data", program.Data);
        altered.Code.ShouldBe(1);
        altered.Error.ShouldContain("its signature does not fit");
    }

    [Fact]
    public async Task Lines_expiry_and_keys_answer_in_words()
    {
        await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data);

        var events = await program.RunAsync("journal", "export", "--format", "cloudevents", "--recipient", "JenV", "--data", program.Data);
        events.Output.ShouldContain("\"specversion\":\"1.0\"");
        events.Error.ShouldContain("Highest marking: ");
        (await program.RunAsync("journal", "export", "--format", "xml", "--data", program.Data)).Error.ShouldContain("Choose from jsonl, cloudevents");
        (await program.RunAsync("journal", "expire", "--data", program.Data)).Error.ShouldContain("There are no rules");
        (await program.RunAsync("journal", "public-key", "--data", program.Data)).Output.ShouldStartWith("-----BEGIN PUBLIC KEY-----");
        (await program.RunAsync("journal", "rotate-key", "--data", program.Data)).Code.ShouldBe(0);
        (await program.RunAsync("journal", "export", "--data", program.Data)).ShouldBeRefused("with recipient and its code");
        (await program.RunAsync("journal", "verify", "--data", program.Data)).Code.ShouldBe(0);
        (await program.RunAsync("journal", "erase-person", "nobody-there", "--reason", "Verzoek", "--data", program.Data)).Error.ShouldContain("There is no person");
    }

    [Fact]
    public async Task An_export_of_before_anything_was_there_is_empty()
    {
        await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data);
        var to = Path.Combine(program.Folder, "then");

        var ended = await program.RunAsync("export", "--out", to, "--format", "json", "--on", "2020-01-01", "--data", program.Data);

        ended.Code.ShouldBe(0, ended.Error);
        (await File.ReadAllTextAsync(Path.Combine(to, "threats.json"))).Trim().ShouldBe("[]");
    }
}
