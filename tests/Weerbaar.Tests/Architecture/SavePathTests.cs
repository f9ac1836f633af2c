using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Architecture;

/// <summary>There is one way to write, and every verb has a test of its name.</summary>
public sealed partial class SavePathTests
{
    [Fact]
    public void Nothing_but_the_save_path_calls_the_database_to_save() =>
        Savers(SourceTree.Below("src/Weerbaar")).ShouldBe(
            ["src/Weerbaar/Platform/Storage/SavePath.cs", "src/Weerbaar/Platform/Storage/WeerbaarDb.cs"]);

    [Fact]
    public void The_rule_bites_on_a_verb_that_saves_by_itself() =>
        Savers([new("AddThreat.cs", "await db.SaveChangesAsync(ct);")]).ShouldHaveSingleItem();

    [Fact]
    public void Every_verb_has_a_test_of_its_name() =>
        Untested(SourceTree.Below("src/Weerbaar/WorkingMethod"), SourceTree.Below("tests/Weerbaar.Tests")).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_a_verb_without_a_test() =>
        Untested([new("Forget.cs", "public static class ForgetThreat\n{ internal static void Map(RouteGroupBuilder api) => _ = api; }")], []).ShouldBe(["ForgetThreat"]);

    private static List<string> Savers(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => Save().IsMatch(f.Text)).Select(f => f.Path)];

    private static List<string> Untested(IEnumerable<SourceFile> sources, IReadOnlyList<SourceFile> tests) =>
        [.. sources.SelectMany(f => Verb().Matches(f.Text)).Select(m => m.Groups[1].Value).Distinct()
            .Where(verb => !tests.Any(t => t.Text.Contains(verb, StringComparison.Ordinal) && t.Name != "SavePathTests.cs"))];

    [GeneratedRegex(@"SaveChanges(Async)?\(")]
    private static partial Regex Save();

    [GeneratedRegex(@"static class (\w+)\s*\{(?:(?!static class)[\s\S])*?static void Map\(RouteGroupBuilder api\)")]
    private static partial Regex Verb();
}
