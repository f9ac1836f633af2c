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

    private static List<string> Missing(string model, IReadOnlyList<SourceFile> tests) =>
        [.. TestName().Matches(model).Select(m => m.Groups[1].Value).Distinct()
            .Where(name => !tests.Any(t => t.Text.Contains($" {name}(", StringComparison.Ordinal)))];

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex TestName();
}
