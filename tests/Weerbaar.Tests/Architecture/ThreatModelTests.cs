using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Architecture;

/// <summary>The threat model says which tests show that a threat is met; they must be there.</summary>
public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_threat_names_tests_that_exist() =>
        Missing(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "threat-model.md")), SourceTree.Below("tests")).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_a_test_that_is_not_there() =>
        Missing("| Guessing | locks | `A_lock_locks` |", [new("LockTests.cs", "public void A_lock_opens() { }")]).ShouldBe(["A_lock_locks"]);

    [Fact]
    public void Every_row_names_a_test_and_stands_in_a_table() => Bare(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "threat-model.md"))).ShouldBeEmpty();

    [Theory]
    [InlineData("| Threat | What stands against it | Shown by |\n| --- | --- | --- |\n| Guessing | locks | `A_lock_locks` |\n| Listening in | TLS | see above |", "| Listening in | TLS | see above |")]
    [InlineData("| Threat | What stands against it | Shown by |\n| --- | --- | --- |\n| Guessing | locks | `A_lock_locks` |\n\n| Listening in | TLS | `It_is_sealed` |", "| Listening in | TLS | `It_is_sealed` |")]
    public void The_rule_bites_on_a_row_without_a_test_and_on_one_outside_its_table(string model, string row) => Bare(model).ShouldBe([row]);

    /// <summary>Rows of threats that name no test, and rows that a blank line parted from the head of their table.</summary>
    private static List<string> Bare(string model)
    {
        var (found, columns) = (new List<string>(), 0);
        foreach (var line in model.Split('\n'))
        {
            var isRow = line.StartsWith('|');
            columns = !isRow ? 0 : columns > 0 ? columns : line.EndsWith("| Shown by |", StringComparison.Ordinal) ? 3 : line.EndsWith("| Why |", StringComparison.Ordinal) ? 2 : -1;
            var isContent = isRow && !line.EndsWith("| Shown by |", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal);
            if (isContent && (columns < 0 || (columns == 3 && !TestName().IsMatch(line))))
            {
                found.Add(line);
            }
        }

        return found;
    }

    private static List<string> Missing(string model, IReadOnlyList<SourceFile> tests) =>
        [.. TestName().Matches(model).Select(m => m.Groups[1].Value).Distinct()
            .Where(name => !tests.Any(t => t.Text.Contains($" {name}(", StringComparison.Ordinal)))];

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex TestName();
}
