namespace Weerbaar.Tests.Architecture;

/// <summary>The state of an object knows no web, no database and no clock.</summary>
public sealed class PureStateTests
{
    private static readonly string[] forbidden =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "TimeProvider", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "WeerbaarDb"];

    [Fact]
    public void The_state_of_every_object_is_pure() => Violations(SourceTree.Below("src/Weerbaar/WorkingMethod")).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_an_object_that_looks_at_the_clock() =>
        Violations([new("Threat.cs", "public sealed class Threat : MarkedObject { object At = DateTime.UtcNow; }")]).ShouldHaveSingleItem();

    private static List<string> Violations(IEnumerable<SourceFile> files) =>
        [.. files.Where(f => f.Text.Contains(": MarkedObject", StringComparison.Ordinal) || f.Text.Contains(": Part\n", StringComparison.Ordinal))
            .SelectMany(f => forbidden.Where(word => f.Text.Contains(word, StringComparison.Ordinal)).Select(word => $"{f.Path} knows {word}"))];
}
