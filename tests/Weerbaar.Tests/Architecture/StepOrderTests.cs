using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Architecture;

/// <summary>A step uses only earlier steps; Reports reads all, and nobody reads Reports.</summary>
public sealed partial class StepOrderTests
{
    [Fact]
    public void A_step_uses_only_steps_before_it() =>
        Violations(SourceTree.Below("src/Weerbaar/WorkingMethod").Concat(SourceTree.Below("src/Weerbaar/WorkingMethod", "*.cshtml"))).ShouldBeEmpty();

    [Fact]
    public void The_platform_knows_no_step_but_where_the_program_is_put_together() =>
        PlatformFilesWithSteps(SourceTree.Below("src/Weerbaar/Platform").Concat(SourceTree.Below("src/Weerbaar/Platform", "*.cshtml"))).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_a_verb_of_the_platform_that_uses_a_step() =>
        PlatformFilesWithSteps([new("src/Weerbaar/Platform/CommandLine/LoadVerb.cs", "using Weerbaar.WorkingMethod.Reports;")]).ShouldHaveSingleItem();

    [Fact]
    public void The_rule_bites_on_a_step_that_has_no_place_in_the_order()
    {
        Violations([new("src/Weerbaar/WorkingMethod/Threats/Threat.cs", "using Weerbaar.WorkingMethod.Signals;")]).ShouldHaveSingleItem();
        Violations([new("src/Weerbaar/WorkingMethod/Signals/Signal.cs", "using Weerbaar.WorkingMethod.Threats;")]).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_rule_bites_on_a_step_that_uses_a_later_one() =>
        Violations([new("src/Weerbaar/WorkingMethod/Threats/Threat.cs", "using Weerbaar.WorkingMethod.Measures;")]).ShouldHaveSingleItem();

    [Fact]
    public void The_rule_bites_on_a_step_that_reads_reports() =>
        Violations([new("src/Weerbaar/WorkingMethod/Measures/Measure.cs", "using Weerbaar.WorkingMethod.Reports;")]).ShouldHaveSingleItem();

    private static IEnumerable<string> PlatformFilesWithSteps(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Path != "src/Weerbaar/Platform/Server.cs" && StepUse().IsMatch(f.Text)).Select(f => f.Path);

    private static List<string> Violations(IEnumerable<SourceFile> files)
    {
        var order = Order();
        return [.. files.SelectMany(file => StepUse().Matches(file.Text)
            .Select(use => use.Groups[1].Value)
            .Where(used => StepOf(file) is { } step && (!order.Contains(used) || !order.Contains(step) || order.IndexOf(used) > order.IndexOf(step)))
            .Select(used => $"{file.Path} uses {used}"))];
    }

    /// <summary>The order as WorkingMethod.cs writes it.</summary>
    private static List<string> Order() =>
        [.. Registration().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "src/Weerbaar/WorkingMethod/WorkingMethod.cs"))).Select(m => m.Groups[1].Value)];

    private static string? StepOf(SourceFile file) => file.Path.Split('/') is [_, _, _, var step, _, ..] ? step : null;

    [GeneratedRegex(@"Weerbaar\.WorkingMethod\.(\w+)")]
    private static partial Regex StepUse();

    [GeneratedRegex(@"services\.Add(\w+)\(\);")]
    private static partial Regex Registration();
}
