using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Architecture;

/// <summary>No text leaves with a passage its reader may not have: only what stores may read a text whole, and every answer writes it as its reader has it.</summary>
public sealed partial class PassageTests
{
    [Fact]
    public void Only_what_stores_weighs_or_measures_a_text_reads_it_whole() => Whole(SourceTree.Below("src/Weerbaar")).ShouldBe(
    [
        "src/Weerbaar/Platform/Markings/KeepPassages.cs",
        "src/Weerbaar/Platform/Markings/ReadAsActor.cs",
        "src/Weerbaar/Platform/Markings/StoredTexts.cs",
        "src/Weerbaar/Platform/Rules/TextRules.cs",
    ]);

    [Theory]
    [InlineData("return subject.Summary.Whole.Nl;")]
    [InlineData("var words = text.Whole;")]
    public void The_rule_bites_on_a_page_that_reads_a_text_whole(string text) =>
        Whole([new("src/Weerbaar/WorkingMethod/Threats/Pages/Threat.cshtml.cs", text)]).ShouldHaveSingleItem();

    [Fact]
    public void Only_the_database_the_journal_and_backups_write_texts_as_they_are_stored() =>
        Storing(SourceTree.Below("src/Weerbaar")).Where(f => !StoringPlaces().IsMatch(f)).ShouldBe(
        [
            // An older version, before it is stored again.
            "src/Weerbaar/Platform/Markings/LaterPassages.cs",
            // Classes and the hash of a round: no texts.
            "src/Weerbaar/WorkingMethod/Assessment/JudgementEntries.cs",
            "src/Weerbaar/WorkingMethod/Assessment/RoundContent.cs",
        ]);

    [Fact]
    public void The_rule_bites_on_an_export_that_writes_texts_as_they_are_stored() =>
        Storing([new("src/Weerbaar/Platform/Tables/TableFile.cs", "JsonSerializer.Serialize(row, DatabaseModel.Json)")]).ShouldHaveSingleItem();

    [Fact]
    public void Every_text_that_is_stored_is_one_that_is_tied_to_its_reader() =>
        typeof(Stored).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Stored)))
            .SelectMany(t => t.GetProperties().Where(p => Holds(p.PropertyType)).Where(p => p.GetSetMethod(nonPublic: true) is null && !IsComputed(p)).Select(p => $"{t.Name}.{p.Name}"))
            .ShouldBeEmpty("What has no setter is not found by what ties texts to their reader.");

    [Theory]
    [InlineData("nl", "[Passage gelakt #1 — Woo art. 5.2]")]
    [InlineData("en", "[Passage withheld #1 — Woo art. 5.2]")]
    public void A_text_that_comes_out_of_the_database_is_closed_whoever_writes_it_out(string language, string sign)
    {
        var stored = JsonSerializer.Deserialize<Text>("""{"nl":"[[DEPV 5.2 #1: woorden]]","en":"[[DEPV 5.2 #1: words]]"}""", DatabaseModel.Json)!;

        stored.In(language).ShouldBe(sign);
        JsonSerializer.Serialize(stored, JsonSerializerOptions.Web).ShouldNotContain("wo" + "rd");
        stored.ToString().ShouldNotContain("DEPV");
    }

    private static List<string> Whole(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => ReadsWhole().IsMatch(f.Text) && !f.Path.EndsWith("/Grant.cs", StringComparison.Ordinal)).Select(f => f.Path)];

    private static List<string> Storing(IEnumerable<SourceFile> files) => [.. files.Where(f => f.Text.Contains("DatabaseModel.Json", StringComparison.Ordinal)).Select(f => f.Path)];

    private static bool Holds(Type type) => type == typeof(Text) || (type.IsGenericType && type.GetGenericArguments().Any(Holds));

    private static bool IsComputed(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is null;

    [GeneratedRegex(@"\.Whole\b")]
    private static partial Regex ReadsWhole();

    [GeneratedRegex("/Platform/(Journal|Backup|Storage)/")]
    private static partial Regex StoringPlaces();
}
