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
    public void The_rule_bites_on_a_file_that_leaves_in_silence(string text) => Silent([new("src/Weerbaar/X.cs", text)]).ShouldHaveSingleItem();

    private static IEnumerable<string> Silent(IEnumerable<SourceFile> files) =>
        files.Where(f => Sends().IsMatch(f.Text) && !Journals().IsMatch(f.Text)).Select(f => f.Path);

    [GeneratedRegex(@"Results\.File\(|return (await )?File\(|new FileContentResult\(|new FileStreamResult\(")]
    private static partial Regex Sends();

    /// <summary>By itself, or by asking for the table from <c>GetTable</c>, which journals.</summary>
    [GeneratedRegex(@"RecordExportAsync\(|\.RecordAsync\(|GetTable\.HandleAsync\(")]
    private static partial Regex Journals();
}
