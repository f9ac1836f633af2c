using Weerbaar.Tests.Printing;

namespace Weerbaar.Tests.CommandLine;

/// <summary>The program is asked to stop in the middle of its work.</summary>
public sealed class StopTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_computation_stops_with_the_code_of_the_signal()
    {
        var pipe = program.Pipe("scores.csv");
        var running = program.Start("simulate", "--table", pipe, "--samples", "4000000000");
        await File.WriteAllTextAsync(pipe, "alt,crit,lo,best,hi\na,c,0.1,0.2,0.9\nb,c,0.2,0.3,0.8\n");

        WeerbaarProcess.Terminate(running);

        var ended = await WeerbaarProcess.EndAsync(running);
        ended.Code.ShouldBe(143);
        ended.Error.ShouldBe("Stopped before it was done.\n");
        ended.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_for_a_pipe_says_so_and_can_be_stopped()
    {
        var pipe = program.Pipe("round.yaml");
        var running = program.Start("assess", pipe);

        (await running.StandardError.ReadLineAsync()).ShouldBe($"Waiting for {pipe} …");
        WeerbaarProcess.Terminate(running);

        (await WeerbaarProcess.EndAsync(running)).Code.ShouldBe(143);
    }

    [Fact]
    public async Task A_cycle_is_loaded_whole_or_not_at_all()
    {
        var folder = Directory.CreateDirectory(Path.Combine(program.Folder, "cycle")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(WeerbaarProcess.Examples, "nl-2007")).Where(f => !f.EndsWith("threats.yaml", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var pipe = program.Pipe(Path.Combine("cycle", "threats.yaml"));
        var running = program.Start("load", folder, "--data", program.Data);
        await File.WriteAllTextAsync(pipe, await File.ReadAllTextAsync(Path.Combine(WeerbaarProcess.Examples, "nl-2007", "threats.yaml")));
        WeerbaarProcess.Terminate(running);
        var ended = await WeerbaarProcess.EndAsync(running);

        var journal = await program.RunAsync("journal", "verify", "--data", program.Data);
        (journal.Output + journal.Error).ShouldContain(ended.Code == 143 ? "There is no database" : "The journal holds: 43 entries");
        ended.Code.ShouldBeOneOf(0, 143);
    }

    [Theory, OnEveryDatabase]
    public async Task A_server_that_is_stopped_ends_well(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var running = program.Start("serve", "--url", "http://127.0.0.1:0", "--data", program.Data, "--database", database.Address);
        (await running.StandardOutput.ReadLineAsync()).ShouldStartWith("Weerbaar listens on http://127.0.0.1:");

        WeerbaarProcess.Terminate(running);

        var ended = await WeerbaarProcess.EndAsync(running);
        ended.Code.ShouldBe(0);
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_stopped_while_it_loads_ends_well()
    {
        var running = program.Start("serve", "--demo", "--url", "http://127.0.0.1:0", "--data", program.Data);
        await UntilAsync(() => File.Exists(Path.Combine(program.Data, "weerbaar.sqlite")));

        WeerbaarProcess.Terminate(running);

        var ended = await WeerbaarProcess.EndAsync(running);
        ended.Code.ShouldBe(0);
        ended.Error.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task A_report_that_is_stopped_leaves_no_browser_and_no_file()
    {
        foreach (var example in new[] { "nl-2007", "nl-2012" })
        {
            (await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, example), "--data", program.Data)).Code.ShouldBe(0);
        }

        var running = program.Start("report", "nl-2012.risk-assessment", "--out", "f.pdf", "--data", program.Data);
        await UntilAsync(() => Directory.EnumerateDirectories(program.Temporary, "weerbaar-print-*").Any());
        WeerbaarProcess.Terminate(running);

        (await WeerbaarProcess.EndAsync(running)).Code.ShouldBe(143);
        Directory.EnumerateDirectories(program.Temporary, "weerbaar-print-*").ShouldBeEmpty();
        Directory.EnumerateFiles(program.Folder, "f.pdf*").ShouldBeEmpty();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            tries.ShouldBeLessThan(3000);
            await Task.Delay(10);
        }
    }
}
