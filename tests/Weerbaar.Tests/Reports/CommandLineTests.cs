using System.Text.Json;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Reports;

/// <summary>The verbs export and report, run as the program itself.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    private string Data => program.Data;

    private string Folder => program.Folder;

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task An_export_is_whole_and_its_manifest_counts_its_rows()
    {
        await LoadAsync();
        var to = Path.Combine(Folder, "tables");

        var preview = await program.RunAsync("export", "--out", to, "--preview", "--data", Data);
        preview.Error.ShouldContain("Highest marking: Public (Public: ");
        preview.Error.ShouldContain("Nothing was written.");
        preview.Output.ShouldContain("threats.csv:");
        Directory.Exists(to).ShouldBeFalse();
        (await program.RunAsync("export", "--out", to, "--marking", "internal", "--data", Data)).ShouldBeRefused("with recipient and its code");
        Directory.Exists(to).ShouldBeFalse();
        (await program.RunAsync("export", "--out", to, "--data", Data)).Output.ShouldContain("Highest marking: Public (Public: ");

        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(to, "manifest.json"))).RootElement;
        manifest.Text("marking").ShouldBe("Public");
        foreach (var table in manifest.GetProperty("tables").EnumerateArray())
        {
            var rows = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(to, table.Text("name") + ".json"))).RootElement.GetArrayLength();
            rows.ShouldBe(table.GetProperty("rows").GetInt32(), table.Text("name"));
            File.Exists(Path.Combine(to, table.Text("name") + ".csv")).ShouldBeTrue();
        }

        var again = await program.RunAsync("export", "--out", to, "--data", Data);
        again.Code.ShouldBe(1);
        again.Error.ShouldContain("not empty");
        Directory.GetDirectories(Folder, "*.partial-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_in_html_needs_nothing_else()
    {
        await LoadAsync();
        var file = Path.Combine(Folder, "findings.html");

        (await program.RunAsync("report", "nl-2012.risk-assessment", "--out", file, "--lang", "en", "--data", Data)).Code.ShouldBe(0);

        var html = await File.ReadAllTextAsync(file);
        html.ShouldContain("<html lang=\"en\"");
        html.ShouldContain("@page");
        html.ShouldNotContain("<link rel=\"stylesheet\"");
    }

    [Theory]
    [InlineData("no marking", "report", "x", "--out", "f.html", "--marking", "secret")]
    [InlineData("no report in 'fr'", "report", "x", "--out", "f.html", "--lang", "fr")]
    [InlineData("ends in .pdf or .html", "report", "x", "--out", "f.doc")]
    [InlineData("no database", "report", "x", "--out", "f.html")]
    [InlineData("its folder is not there", "report", "x", "--out", "no/such/f.html")]
    [InlineData("no database", "journal", "verify")]
    [InlineData("no format", "export", "--out", "t", "--format", "xml")]
    [InlineData("no database", "export", "--out", "t")]
    public async Task Bad_input_is_answered_in_one_line_and_writes_nothing(string says, params string[] words)
    {
        (await program.RunAsync([.. words, "--data", Data])).ShouldBeRefused(says);

        Directory.EnumerateFileSystemEntries(Folder).ShouldBe([program.Temporary]);
    }

    private async Task LoadAsync()
    {
        foreach (var example in new[] { "nl-2007", "nl-2012" })
        {
            (await program.RunAsync("load", Path.Combine(AppContext.BaseDirectory, "examples", example), "--data", Data)).Code.ShouldBe(0);
        }
    }
}
