using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.Tests.Assessment;

/// <summary>Each test spoils one thing in a shipped edition.</summary>
public class EditionErrorsTests
{
    private static readonly string nl = File.ReadAllText(Path.Combine(Methods.Folder, "nl-2009.yaml"));
    private static readonly string be = File.ReadAllText(Path.Combine(Methods.Folder, "be-2023.yaml"));

    [Theory]
    [InlineData("id: nl-2009", "", "Expected 'id' here, and it is missing.")]
    [InlineData("version: 2026-11-22", "version: yesterday", "Expected a day for 'version', as in 2012-10-22.")]
    [InlineData("id: \"1.2\"", "id: \"1.1\"", "'1.1' stands twice in 'criteria'")]
    [InlineData("interest: \"3\"", "interest: \"9\"", "'9' is not in 'interests'. Expected one of 1, 2, 3, 4, 5.")]
    [InlineData("classes: [A, B, C, D, E]", "classes: [A, B, C, D]", "Expected 5 classes, one for each step of the axis; found 4.")]
    [InlineData("classes: [A, B, C, D, E]", "classes: [A, B, C, D, F]", "'F' is no impact class of this edition. Expected one of X, A, B, C, D, E.")]
    [InlineData("      - [A, A, B, C]", "      - [A, A, B]", "Expected 4 cells in this row, one for each step of 'area'; found 3.")]
    [InlineData("{below: 100}", "{below: 5}", "The bounds of the steps must rise.")]
    [InlineData("{below: 100}", "{}", "Expected 'below' or 'upTo' here; only the last step goes on without end.")]
    [InlineData("{below: 100}", "{below: 100, upTo: 100}", "Expected 'below' or 'upTo', not both.")]
    [InlineData("kind: threshold", "kind: treshold", "Expected 'kind': one of threshold, matrix, indicator-count, direct, highest-of.")]
    [InlineData("rows: duration-needs", "rows: duration-wants", "'duration-wants' is not in 'axes'.")]
    [InlineData("{source: vrbzo,", "{source: vrbz,", "'vrbz' is not in 'sources'.")]
    [InlineData("      to: 0.005\n", "      to: 0.0001\n", "The bounds of the likelihood scale must rise from floor to cap.")]
    [InlineData("high: 0.05}", "high: 0.04}", "The last sub-level must end where its class ends.")]
    [InlineData("base: 3,", "base: 1,", "Expected a base above 1.")]
    [InlineData("rule: weighted-sum", "rule: sum", "Expected one of weighted-sum, maximum, monetised-sum, given-directly, weighted-product, medal, electre-tri for 'rule', found 'sum'.")]
    [InlineData("rule: weighted-sum", "rule: monetised-sum", "goes with the rule 'monetised-sum'")]
    [InlineData("rule: weighted-sum", "rule: medal", "with a base above the number of criteria: 'base: 11'.")]
    [InlineData("rule: weighted-sum", "rule: electre-tri", "Expected 'cut' here, and it is missing.")]
    [InlineData("rule: weighted-sum", "rule: electre-tri\n  cut: 0.4\n  assignment: careful", "for 'cut', found '0.4'")]
    [InlineData("rule: weighted-sum", "rule: electre-tri\n  cut: 0.6\n  assignment: bold", "Expected one of careful, generous for 'assignment', found 'bold'.")]
    [InlineData("rule: weighted-sum", "rule: electre-tri\n  cut: 0.6\n  assignment: careful\n  preference: 2\n  veto: 1", "Expected 0 ≤ indifference ≤ preference ≤ veto, in classes.")]
    [InlineData("rule: weighted-sum", "rule: maximum\n  cut: 0.6", "'cut' means nothing here.")]
    [InlineData("edges: [1.5, 2.5, 3.5, 4.5]", "edges: [1.5, 2.5, 2.5, 4.5]", "Expected 4 rising edges")]
    [InlineData("default: equal-per-criterion", "default: hierarchist", "'hierarchist' is no weights of this edition.")]
    [InlineData("unit: {nl: doden, en: deaths}", "unti: {nl: doden, en: deaths}", "'unti' means nothing here. Expected:")]
    [InlineData("effect: one-down", "effect: down", "Expected one of one-down, unchanged, top-of-class")]
    public void A_mistake_in_an_edition_is_named(string right, string wrong, string expected)
    {
        nl.ShouldContain(right);
        Errors(Once(nl, right, wrong)).ShouldContain(e => e.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OtherRules.Outranking, "[1.2, 1.4, 3.5, 4.5]", "The rule 'electre-tri' finds a class, and its band must be that class: the edge between B and C must lie between 2 and 3, found 1.4.")]
    [InlineData("rule: maximum", "[1.5, 3, 3.5, 4.5]", "the edge between B and C must lie between 2 and 3, found 3.")]
    [InlineData("rule: given-directly", "[1.5, 2.5, 3.5, 5.5]", "the edge between D and E must lie between 4 and 5, found 5.5.")]
    public void A_rule_that_finds_a_class_has_bands_that_are_its_classes(string rule, string edges, string expected)
    {
        var spoilt = Once(Once(nl, "rule: weighted-sum", rule), "[1.5, 2.5, 3.5, 4.5]", edges);

        Errors(spoilt).ShouldHaveSingleItem().ShouldBe($"nl-2009.yaml:{LineOf(spoilt, "  edges:")}: " + (expected.StartsWith("The", StringComparison.Ordinal) ? expected : $"The rule '{rule[6..]}' finds a class, and its band must be that class: {expected}"));
    }

    [Fact]
    public void Bands_that_do_not_fit_the_classes_of_an_outranking_in_number_are_named_once() =>
        Errors(Once(Once(nl, "rule: weighted-sum", OtherRules.Outranking), "[1.5, 2.5, 3.5, 4.5]", "[1.5, 2.5, 3.5, 4.5, 5.5]")).ShouldHaveSingleItem().ShouldContain("Expected 4 rising edges");

    [Theory]
    [InlineData("rule: maximum")]
    [InlineData("rule: given-directly")]
    public void A_rule_in_which_weights_play_no_part_has_no_weights_of_its_own(string rule)
    {
        var spoilt = Once(Once(nl, "rule: weighted-sum", rule), "default: equal-per-criterion", "default: equal-per-interest");

        Errors(spoilt).ShouldBe([$"nl-2009.yaml:{LineOf(spoilt, "  default: equal-per-interest")}: Weights play no part in the rule '{rule[6..]}': write 'default: equal-per-criterion' and leave out 'profiles'."]);
        Errors(Once(WithProfile("{\"1.1\": 1}"), "rule: weighted-sum", rule)).ShouldContain(e => e.Contains("leave out 'profiles'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_is_named_with_its_line()
    {
        Errors(Once(nl, "interest: \"3\"", "interest: \"9\""))
            .ShouldBe([$"nl-2009.yaml:{LineOf(nl, "    interest: \"3\"")}: '9' is not in 'interests'. Expected one of 1, 2, 3, 4, 5."]);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var spoilt = Once(Once(Once(nl, "interest: \"3\"", "interest: \"9\""), "base: 3,", "base: 1,"), "kind: threshold", "kind: treshold");
        Errors(spoilt).Count(e => e.Contains("is not in 'interests'", StringComparison.Ordinal)
            || e.Contains("Expected a base", StringComparison.Ordinal)
            || e.Contains("Expected 'kind'", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Values_in_money_must_rise() =>
        Errors(Once(be, "\"2\": 160000000", "\"2\": 1")).ShouldContain(e => e.Contains("The values must rise with the class.", StringComparison.Ordinal));

    [Fact]
    public void What_is_verified_needs_an_address() =>
        Errors(Once(nl, "{source: weerbaar, verified: false", "{source: weerbaar, verified: true"))
            .ShouldContain(e => e.Contains("source 'weerbaar' has no 'address'", StringComparison.Ordinal));

    [Fact]
    public void A_weight_profile_can_be_added_in_the_file()
    {
        var weights = string.Join(", ", Enumerable.Range(0, 10).Select(i => $"\"{nlCriteria[i]}\": {i + 1}"));
        var errors = new InputErrors();
        var edition = EditionCatalogue.Parse(WithProfile($"{{{weights}}}"), "nl-2009.yaml", errors);
        errors.All.ShouldBeEmpty();
        edition!.Profiles.Single().Weights["5.3"].ShouldBe(10 / 55.0, 1e-15);
    }

    [Fact]
    public void A_weight_profile_that_leaves_a_criterion_out_is_refused() =>
        Errors(WithProfile("{\"1.1\": 1, \"9.9\": 2, \"1.2\": -1}")).ShouldBe(
        [
            Line("        weights:") + "No weight for 2.1, 2.2, 2.3, 3.1, 4.1, 5.1, 5.2, 5.3. Give every criterion one; 0 leaves it out.",
            Line("        weights:") + "nl-2009 has no criterion '9.9'. It has 1.1, 1.2, 2.1, 2.2, 2.3, 3.1, 4.1, 5.1, 5.2, 5.3.",
            Line("        weights:") + "Expected a number of 0 or more for '1.2', found '-1'.",
        ], ignoreOrder: true);

    [Fact]
    public void An_edition_in_a_file_of_another_name_and_a_folder_that_is_not_there_are_refused()
    {
        using var folder = new ScratchFolder();
        folder.Write("nl-2010.yaml", nl);
        folder.Write("broken.yaml", "id: [");
        var errors = Should.Throw<BadInputException>(() => EditionCatalogue.Load(folder.Path)).Errors;
        errors.ShouldContain(e => e.Message.Contains("name the file nl-2009.yaml", StringComparison.Ordinal));
        errors.ShouldContain(e => e.File.EndsWith("broken.yaml", StringComparison.Ordinal));
        Should.Throw<BadInputException>(() => EditionCatalogue.Load(folder.Path + "/none")).Message.ShouldContain("no such folder");
    }

    private static readonly string[] nlCriteria = ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "4.1", "5.1", "5.2", "5.3"];

    private static string WithProfile(string weights) => Once(nl, "\noverall:", $$"""
          profiles:
              - id: own-profile
                name: {nl: eigen, en: own}
                provenance: {source: weerbaar, verified: false, date: 2026-11-22}
                weights: {{weights}}

        overall:
        """);

    private static string Line(string start) =>
        $"nl-2009.yaml:{WithProfile("{}").Split('\n').TakeWhile(l => !l.TrimStart().StartsWith(start.TrimStart(), StringComparison.Ordinal) || l == "weights:").Count() + 1}: ";

    private static int LineOf(string text, string start) => text.Split('\n').TakeWhile(l => !l.StartsWith(start, StringComparison.Ordinal)).Count() + 1;

    private static List<string> Errors(string text)
    {
        var errors = new InputErrors();
        EditionCatalogue.Parse(text, "nl-2009.yaml", errors).ShouldBeNull();
        return [.. errors.All.Select(e => e.ToString())];
    }

    private static string Once(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return text[..at] + wrong + text[(at + right.Length)..];
    }
}
