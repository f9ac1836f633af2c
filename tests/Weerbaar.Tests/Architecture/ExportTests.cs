using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Architecture;

/// <summary>Whatever sends a file to keep also writes in the journal that it left.</summary>
public sealed partial class ExportTests
{
    [Fact]
    public void A_file_that_is_sent_is_journalled() => Silent(SourceTree.Below("src/Weerbaar")).ShouldBeEmpty();

    [Theory]
    [InlineData("return File(png, \"image/png\", name);")]
    [InlineData("return TypedResults.File(csv, \"text/csv\", \"t.csv\");")]
    [InlineData("return new FileContentResult(csv, \"text/csv\");")]
    [InlineData("return TypedResults.Stream(to => WriteAsync(to), \"application/x-ndjson\"); route.Leaves();")]
    public void The_rule_bites_on_a_file_that_leaves_in_silence(string text) => Silent([new("src/Weerbaar/X.cs", text)]).ShouldHaveSingleItem();

    [Fact]
    public void A_page_that_sends_a_file_says_so_and_is_counted() => Uncounted(SourceTree.Below("src/Weerbaar")).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_a_page_that_sends_a_file_and_does_not_say_so() =>
        Uncounted([new("X.cshtml.cs", "return File(png, type, name);"), new("Y.cshtml.cs", "[SendsFile] return File(png, type, name);")]).ShouldBe(["X.cshtml.cs"]);

    private static IEnumerable<string> Uncounted(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && Sends().IsMatch(f.Text) && !f.Text.Contains("[SendsFile]", StringComparison.Ordinal)).Select(f => f.Path);

    private static IEnumerable<string> Silent(IEnumerable<SourceFile> files) =>
        files.Where(f => Sends().IsMatch(f.Text) && !Journals().IsMatch(f.Text)).Select(f => f.Path);

    [GeneratedRegex(@"Results\.(?:File|Stream)\(|return (await )?File\(|new FileContentResult\(|new FileStreamResult\(")]
    private static partial Regex Sends();

    /// <summary>By itself, or by asking for the file from what says that it leaves.</summary>
    [GeneratedRegex(@"\.Leaves\([^)]|GetTable\.HandleAsync\(|JournalExport\.(?:ChooseAsync|LeaveAsync)\(|files\.MakeAsync\(")]
    private static partial Regex Journals();
}
