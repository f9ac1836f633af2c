namespace Weerbaar.Tests.Architecture;

/// <summary>What a reader may see is filtered in the database context; only the places of decision 9 look past that filter.</summary>
public sealed class QueryFilterTests
{
    [Fact]
    public void Nothing_looks_past_the_filter_of_markings_but_the_places_of_decision_9() =>
        LookingPast(SourceTree.Below("src/Weerbaar")).ShouldBe(
        [
            "src/Weerbaar/Platform/Emergency/OpenedInEmergency.cs",
            "src/Weerbaar/Platform/Journal/JournalChain.cs",
            "src/Weerbaar/Platform/Journal/MarkedSince.cs",
            "src/Weerbaar/Platform/Journal/ShownChange.cs",
            "src/Weerbaar/Platform/Storage/SavePath.cs",
            "src/Weerbaar/WorkingMethod/Assessment/RoundSheet.cs",
        ]);

    [Theory]
    [InlineData("db.Journal.IgnoreQueryFilters().MaxAsync(e => e.Seq, ct)")]
    [InlineData("db.Set<Threat>()\n    .IgnoreQueryFilters([\"marking\"])")]
    public void The_rule_bites_on_a_page_that_looks_past_the_filter(string text) =>
        LookingPast([new("src/Weerbaar/WorkingMethod/Cycle/HomeTasks.cs", text)]).ShouldHaveSingleItem();

    private static List<string> LookingPast(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => f.Text.Contains("IgnoreQueryFilters(", StringComparison.Ordinal)).Select(f => f.Path)];
}
