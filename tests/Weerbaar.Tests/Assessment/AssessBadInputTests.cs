using System.Text;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Assessment.AssessFile;

namespace Weerbaar.Tests.Assessment;

public sealed class AssessBadInputTests : IDisposable
{
    private const string AllA = "\"1.1\": A, \"1.2\": A, \"2.1\": A, \"2.2\": A, \"2.3\": A, \"3.1\": A, \"4.1\": A, \"5.1\": A, \"5.2\": A, \"5.3\": A";
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData($"{{{AllA}, \"9.9\": A}}", ":6: nl-2009 has no criterion '9.9'. It has 1.1, 1.2, 2.1,")]
    [InlineData("{\"1.1\": A}", ":6: No judgement for 1.2, 2.1, 2.2, 2.3, 3.1, 4.1, 5.1, 5.2, 5.3. Give every criterion a class; X when it does not apply.")]
    [InlineData($"{{{AllA}, \"1.1\": B}}", ":6: '1.1' stands here twice (first on line 6); keep one.")]
    public void Criteria_must_be_known_complete_and_single(string impact, string expected) =>
        Errors(AssessTests.Nl("equal-per-criterion", "C", impact)).ShouldContain(expected);

    [Theory]
    [InlineData("F", ":6: Expected a class for '1.1': one of X, A, B, C, D, E; found 'F'.")]
    [InlineData("[A]", ":6: Expected a class for '1.1': one of X, A, B, C, D, E, or {lower, best, upper}.")]
    [InlineData("{lower: D, best: C, upper: E}", ":6: Lower D, best C and upper E do not rise: put them in order.")]
    [InlineData("{lower: A, best: C, upper: B}", ":6: Lower A, best C and upper B do not rise: put them in order.")]
    [InlineData("{lower: A, best: C}", ":6: Expected 'upper' here, and it is missing.")]
    [InlineData("{lower: A, best: C, uper: D}", ":6: 'uper' means nothing here.")]
    public void A_judgement_must_be_a_class_or_a_rising_range(string judgement, string expected) =>
        Errors(AssessTests.Nl("equal-per-criterion", "C", AssessTests.Impact($"{judgement} A A A A A A A A A"))).ShouldContain(expected);

    [Theory]
    [InlineData("F", "Expected a likelihood: one of A, A-low,")]
    [InlineData("0.02", "found '0.02'")]
    [InlineData("{returnPeriodYears: 0}", "Expected a number above 0 for 'returnPeriodYears', found '0'.")]
    [InlineData("{p: 1.2}", "Expected a number from 0 to 1 for 'p', found '1.2'.")]
    [InlineData("{p: .nan}", "Expected a number from 0 to 1 for 'p'")]
    [InlineData("{returnPeriodYears: 0}", "for 'returnPeriodYears', found '0'")]
    [InlineData("{p: 0.1, returnPeriodYears: 5}", "Expected 'p' or 'returnPeriodYears', one of the two.")]
    [InlineData("{lower: D, best: C, upper: E}", "Lower, best and upper likelihood do not rise")]
    [InlineData("{best: C}", "Expected 'lower' here, and it is missing.")]
    public void A_likelihood_must_be_on_the_scale(string likelihood, string expected) =>
        Errors(AssessTests.Nl("equal-per-criterion", likelihood, $"{{{AllA}}}")).ShouldContain(expected);

    [Theory]
    [InlineData("hierarchist", ":2: nl-2009 has no weights 'hierarchist'. Expected one of equal-per-criterion, equal-per-interest, or a number for every criterion.")]
    [InlineData("{\"1.1\": 1}", ":2: No weight for 1.2, 2.1,")]
    [InlineData("{\"1.1\": -1, \"1.2\": 1, \"2.1\": 1, \"2.2\": 1, \"2.3\": 1, \"3.1\": 1, \"4.1\": 1, \"5.1\": 1, \"5.2\": 1, \"5.3\": 1}", ":2: Expected a number of 0 or more for '1.1', found '-1'.")]
    [InlineData("{\"1.1\": 0, \"1.2\": 0, \"2.1\": 0, \"2.2\": 0, \"2.3\": 0, \"3.1\": 0, \"4.1\": 0, \"5.1\": 0, \"5.2\": 0, \"5.3\": 0}", ":2: The weights sum to 0.")]
    public void Weights_must_be_known_complete_and_positive(string weights, string expected) =>
        Errors(AssessTests.Nl(weights, "C", $"{{{AllA}}}")).ShouldContain(expected);

    [Fact]
    public void An_id_that_stands_twice_is_named_with_its_line() =>
        Errors($"""
            method: nl-2009
            scenarios:
              - id: s1
                likelihood: C
                overall: C
              - id: s1
                likelihood: C
                overall: C
            """).ShouldContain(":6: 's1' stands twice in 'scenarios'; give each its own id.");

    [Theory]
    [InlineData("method: nl-2050\nscenarios: []", ":1: There is no method 'nl-2050'. Expected one of be-2023, ch-2020, nl-2009, nl-2022, uk-2023.")]
    [InlineData("scenarios: []", ":1: Expected 'method' here, and it is missing.")]
    [InlineData("method: nl-2009", ":1: Expected 'scenarios' here, and it is missing.")]
    [InlineData("method: nl-2009\nscenarios: []", ":2: Expected at least one item in 'scenarios'.")]
    [InlineData("method: nl-2009\nscenarios: no", ":2: Expected a list for 'scenarios'")]
    [InlineData("", ": The file is empty.")]
    [InlineData("# only a remark\n", ": The file is empty.")]
    [InlineData("- a\n- b", ":1: Expected keys and values")]
    [InlineData("method: nl-2009\nscenarios: [{id: s, likelihood: C}]", ":2: Expected 'impact' here, and it is missing.")]
    [InlineData("method: uk-2023\nscenarios: [{id: s, likelihood: \"3\", impact: {}}]", ":2: uk-2023 has no published rule for the overall impact. Give it as 'overall: class'")]
    [InlineData("method: ch-2020\nscenarios: [{id: s, nature: malicious, likelihood: H3, overall: A3}]", ":2: This edition has no probabilities for malicious threats.")]
    [InlineData("method: be-2023\nweights: equal-per-interest\nscenarios: [{id: s, likelihood: \"3\", overall: \"3\"}]", ":2: Weights play no part in be-2023: leave them out.")]
    [InlineData("method: nl-2009\nscenarios: [{id: s, likelihood: C, overall: C, impact: {}}]", ":2: Give 'impact' per criterion or 'overall', not both.")]
    public void A_file_that_says_too_little_or_something_else_is_refused(string text, string expected) =>
        Errors(text).ShouldContain(expected);

    [Theory]
    [InlineData("a: &x [1]\nb: *x", ":1: Not usable YAML: the anchor '&x' is not accepted")]
    [InlineData("a: &a\n  b: *a", ":1: Not usable YAML: the anchor '&a' is not accepted")]
    [InlineData("a: *b", ":1: Not usable YAML: the alias '*b' is not accepted")]
    [InlineData("a: !!binary aGk=", ":1: Not usable YAML: the tag 'tag:yaml.org,2002:binary' is not accepted")]
    [InlineData("a: 1\n---\nb: 2", ":2: Not usable YAML: a second document begins here")]
    [InlineData("a: [1, 2\n", ":2: Not usable YAML: ")]
    [InlineData("a: 1\n\tb: 2", ":2: Not usable YAML: ")]
    public void Yaml_that_is_broken_or_shares_content_is_refused(string text, string expected) =>
        Errors(text).ShouldContain(expected);

    [Theory]
    [InlineData("method: nl-2009\nscenarios: [{id: \"s\\e[31m\", likelihood: C, overall: C}]", ":2: There is a character here that cannot be in a text (U+001B); take it out.")]
    [InlineData("method: nl-2009\nscenarios: [{id: \"s\\0\", likelihood: C, overall: C}]", ":2: There is a character here that cannot be in a text (U+0000); take it out.")]
    [InlineData("method: nl-2009\n\"sce\\aarios\": []", ":2: There is a character here that cannot be in a text (U+0007); take it out.")]
    [InlineData("method: nl-2009\nscenarios: [{id: s\u009b31m, likelihood: C, overall: C}]", "(U+009B)")]
    public void Control_characters_are_refused_and_never_shown_as_they_are(string text, string expected)
    {
        var errors = Errors(text);

        errors.ShouldContain(expected);
        errors.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_unfolds_without_end_is_refused()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c < 'k'; c++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n");
        }

        Errors(bomb.ToString()).ShouldContain("the anchor '&a' is not accepted");
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Errors("a: " + new string('[', 100_000)).ShouldContain("nested more than 100 deep");

    [Fact]
    public void A_file_of_50_MB_is_refused_without_reading_it_all() =>
        Errors(Encoding.ASCII.GetBytes(new string('#', 50 * 1024 * 1024))).ShouldContain(": The file is larger than 2 MB. Split it into smaller files.");

    [Fact]
    public void Another_encoding_is_refused_with_the_line()
    {
        Errors(Encoding.Latin1.GetBytes("method: nl-2009\n# café\n")).ShouldContain(":2: The file is not UTF-8: byte 0xE9 on this line. Save it as UTF-8.");
        Errors([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("method: nl-2009")]).ShouldContain("looks like UTF-16");
        Errors(Encoding.BigEndianUnicode.GetBytes("method: nl-2009")).ShouldContain("looks like UTF-16");
    }

    [Fact]
    public void A_byte_order_mark_of_Utf8_is_fine() =>
        Errors([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("method: nl-2050")]).ShouldContain("There is no method 'nl-2050'");

    [Fact]
    public void A_folder_instead_of_a_file_is_refused()
    {
        Should.Throw<BadInputException>(() => AssessVerb.Answer(folder.Path, new(), Methods.Editions)).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public void Options_that_do_not_exist_or_do_not_fit_are_refused()
    {
        var good = AssessTests.Nl("equal-per-criterion", "C", $"{{{AllA}}}");
        Errors(good, new(ValueFunction: "base7")).ShouldContain("--value-function: 'base7' is no value function. Expected one of base3, base10, linear.");
        Errors(good, new(Weights: "none")).ShouldContain("--weights: nl-2009 has no weights 'none'.");
        Errors("method: be-2023\nscenarios: [{id: s, likelihood: \"3\", overall: \"3\"}]", new(ValueFunction: "linear")).ShouldContain("--value-function: be-2023 allows no other value function");
    }

    [Fact]
    public void All_mistakes_are_named_at_once_in_the_order_of_the_file()
    {
        var lines = Errors($$"""
            method: nl-2009
            weights: mine
            scenarios:
              - id: s1
                likelihood: Q
                impact: { {{AllA.Replace("\"2.1\": A", "\"2.1\": G", StringComparison.Ordinal)}} }
                colour: red
            """).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(l => l[(l.IndexOf(".yaml:", StringComparison.Ordinal) + 6)..].Split(':')[0]).ShouldBe(["2", "5", "6", "7"]);
    }

    private string Errors(string text, AssessOptions? options = null) => Errors(Encoding.UTF8.GetBytes(text), options);

    private string Errors(byte[] bytes, AssessOptions? options = null) => Should.Throw<BadInputException>(
        () => AssessVerb.Answer(folder.Write("round.yaml", bytes), options ?? new(Json: true), Methods.Editions)).Message;
}
