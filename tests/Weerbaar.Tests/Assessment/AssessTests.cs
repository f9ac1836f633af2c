using System.Text.Json;
using Weerbaar.Platform.CommandLine;
using Weerbaar.WorkingMethod.Assessment.AssessFile;

namespace Weerbaar.Tests.Assessment;

public sealed class AssessTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("D X E D C D C E B D", "equal-per-criterion", 0.3592592592592593, 0.2421, 0.68)]
    [InlineData("X B D D E C X D A C", "equal-per-criterion", 0.2271604938271605, 0.13211, 0.52)]
    [InlineData("D X E D C D C E B D", "equal-per-interest", 0.3098765432098765, 0.1794, 0.6666666666666667)]
    [InlineData("X C A A X B X C D D", "equal-per-interest", 0.0720164609053498, 0.0152133333333333, 0.3133333333333333)]
    public void Known_vectors_come_out_to_nine_digits(string classes, string weights, double base3, double base10, double linear)
    {
        foreach (var (function, expected) in new (string?, double)[] { (null, base3), ("base3", base3), ("base10", base10), ("linear", linear) })
        {
            var inFile = Json(Nl(weights, "C", Impact(classes)), new(Json: true, ValueFunction: function));
            inFile.GetProperty("scenarios")[0].GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(expected, 1e-9);
            var byOption = Json(Nl("equal-per-criterion", "C", Impact(classes)), new(true, function, weights));
            byOption.GetProperty("scenarios")[0].GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(expected, 1e-9);
        }
    }

    [Fact]
    public void The_json_has_exactly_the_agreed_properties()
    {
        var root = Json(Nl("equal-per-criterion", "C", Impact("D X {lower: C, best: D, upper: E} D C D C E B D")), new(Json: true));
        Names(root).ShouldBe(["method", "scenarios"]);
        var scenario = root.GetProperty("scenarios")[0];
        Names(scenario).ShouldBe(["id", "impact", "likelihood", "rank"]);
        Names(scenario.GetProperty("impact")).ShouldBe(["lower", "best", "upper", "band"]);
        Names(scenario.GetProperty("likelihood")).ShouldBe(["lower", "best", "upper", "class"]);
        root.GetProperty("method").GetString().ShouldBe("nl-2009");
        scenario.GetProperty("rank").GetInt32().ShouldBe(1);
        scenario.GetProperty("impact").GetProperty("band").GetString().ShouldBe("D");
    }

    [Fact]
    public void A_range_in_one_criterion_gives_a_range_in_the_total()
    {
        var impact = Json(Nl("equal-per-criterion", "C", Impact("X X {lower: X, best: D, upper: E} X X X X X X X")), new(Json: true))
            .GetProperty("scenarios")[0].GetProperty("impact");
        impact.GetProperty("lower").GetDouble().ShouldBe(0);
        impact.GetProperty("best").GetDouble().ShouldBe(1.0 / 30, 1e-15);
        impact.GetProperty("upper").GetDouble().ShouldBe(0.1, 1e-15);
    }

    [Theory]
    [InlineData("C", 0.005, 0.0158113883008419, 0.05, "C")]
    [InlineData("C-high", 0.025, 0.0353553390593274, 0.05, "C")]
    [InlineData("{p: 0.02}", 0.02, 0.02, 0.02, "C")]
    [InlineData("{returnPeriodYears: 250}", 0.0198013266932447, 0.0198013266932447, 0.0198013266932447, "C")]
    [InlineData("{returnPeriodYears: 97.4786}", 0.05, 0.05, 0.05, null)]
    [InlineData("{lower: B, best: {p: 0.01}, upper: D-low}", 0.0005, 0.01, 0.1, "C")]
    public void Likelihood_can_be_given_in_every_form(string given, double lower, double best, double upper, string? expected)
    {
        var likelihood = Json(Nl("equal-per-criterion", given, Impact("A A A A A A A A A A")), new(Json: true))
            .GetProperty("scenarios")[0].GetProperty("likelihood");
        likelihood.GetProperty("lower").GetDouble().ShouldBe(lower, 1e-7);
        likelihood.GetProperty("best").GetDouble().ShouldBe(best, 1e-7);
        likelihood.GetProperty("upper").GetDouble().ShouldBe(upper, 1e-7);
        if (expected is not null)
        {
            likelihood.GetProperty("class").GetString().ShouldBe(expected);
        }
    }

    [Fact]
    public void Scenarios_keep_their_order_and_get_their_rank()
    {
        var text = $$"""
            method: nl-2009
            scenarios:
              - {id: low, likelihood: C, impact: {{Impact("A A A A A A A A A A")}}}
              - {id: high, likelihood: A, impact: {{Impact("E E E E E E E E E E")}}}
              - {id: likelier, likelihood: D, impact: {{Impact("A A A A A A A A A A")}}}
              - {id: given, likelihood: B, overall: {lower: B, best: C, upper: D} }
            """;
        var scenarios = Json(text, new(Json: true)).GetProperty("scenarios").EnumerateArray().ToList();
        scenarios.Select(s => s.GetProperty("id").GetString()).ShouldBe(["low", "high", "likelier", "given"]);
        scenarios.Select(s => s.GetProperty("rank").GetInt32()).ShouldBe([4, 1, 3, 2]);
    }

    [Fact]
    public void Own_weights_count_by_their_proportions()
    {
        var weights = "{\"1.1\": 2, \"1.2\": 0, \"2.1\": 0, \"2.2\": 0, \"2.3\": 0, \"3.1\": 6, \"4.1\": 0, \"5.1\": 0, \"5.2\": 0, \"5.3\": 0}";
        Json(Nl(weights, "C", Impact("E X X X X D X X X X")), new(Json: true))
            .GetProperty("scenarios")[0].GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(0.25 + 0.25, 1e-15);
    }

    [Fact]
    public void The_table_names_what_it_was_computed_with_and_what_was_not_checked()
    {
        var output = Answer(Nl("equal-per-interest", "C", Impact("D X E D C D C E B D")), new());

        output.ShouldContain("nl-2009: National risk assessment, 2009 guide");
        output.ShouldContain("Weights         equal per interest");
        output.ShouldContain("Value function  exponential, base 3");
        output.ShouldContain("probability over 5 years");
        output.ShouldContain("UNVERIFIED, not checked against a publication:");
        output.ShouldContain("D very serious");
        output.ShouldContain("0.309877");
    }

    [Fact]
    public void A_sum_of_money_and_a_given_total_work_too()
    {
        var be = Json("""
            method: be-2023
            scenarios:
              - {id: s, likelihood: "3", impact: {Ha: "5", Hb: "0", Hc: "0", Sa: "0", Sb: "0", Sc: "0", Sd: "0", Ea: "0", Fa: "3", Fb: "0"}}
            """, new(Json: true)).GetProperty("scenarios")[0].GetProperty("impact");
        be.GetProperty("best").GetDouble().ShouldBe(1.616e11);
        be.GetProperty("band").GetString().ShouldBe("4");
        var uk = Json("""
            method: uk-2023
            scenarios:
              - {id: s, nature: malicious, likelihood: {returnPeriodYears: 20}, overall: "4"}
            """, new(Json: true)).GetProperty("scenarios")[0];
        uk.GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(0.2);
        uk.GetProperty("likelihood").GetProperty("best").GetDouble().ShouldBe(1 - Math.Exp(-0.1), 1e-15);
    }

    [Fact]
    public void An_edition_without_bands_gives_no_band()
    {
        var impact = string.Join(", ", Methods.Editions.Find("ch-2020")!.Edition.Criteria.Select(c => $"{c.Id}: A2"));
        Json($"method: ch-2020\nscenarios: [{{id: s, likelihood: H5, impact: {{{impact}}}}}]", new(Json: true))
            .GetProperty("scenarios")[0].GetProperty("impact").GetProperty("band").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_verbs_run_from_the_command_line()
    {
        var file = folder.Write("round.yaml", Nl("equal-per-criterion", "C", Impact("D X E D C D C E B D")));
        var (output, error) = (new StringWriter(), new StringWriter());
        Task<int> RunAsync(System.CommandLine.Command verb, params string[] words) => Verbs.RunAsync(verb, words, output, error);

        (await RunAsync(AssessVerb.Verb(Methods.Folder), file, "--json", "--value-function", "linear")).ShouldBe(0, error.ToString());
        JsonDocument.Parse(output.ToString()).RootElement.GetProperty("scenarios")[0].GetProperty("impact").GetProperty("best").GetDouble().ShouldBe(0.68, 1e-12);
        (await RunAsync(AssessVerb.Verb(Methods.Folder), "none.yaml")).ShouldBe(1);
        error.ToString().ShouldContain("none.yaml: There is no such file.");
        (await RunAsync(AssessVerb.Verb(folder.Path + "/none"), file)).ShouldBe(1);
        (await RunAsync(MethodsVerb.Verb(Methods.Folder), "--json")).ShouldBe(0);
        AssessVerb.Verb("").Description!.ShouldContain("Example:");
        MethodsVerb.Verb("").Description!.ShouldContain("Example:");
    }

    [Fact]
    public void The_list_of_methods_says_how_much_was_checked()
    {
        var list = MethodsVerb.Answer(json: false, Methods.Editions);

        list.ShouldContain("ch-2020");
        list.ShouldContain("0 of ");
    }

    internal static string Nl(string weights, string likelihood, string impact) => $$"""
        method: nl-2009
        weights: {{weights}}
        scenarios:
          - id: s1
            likelihood: {{likelihood}}
            impact: {{impact}}
        """;

    internal static string Impact(string classes)
    {
        var given = System.Text.RegularExpressions.Regex.Matches(classes, @"\{[^}]*\}|\S+").Select(m => m.Value);
        return "{" + string.Join(", ", Methods.Editions.Find("nl-2009")!.Edition.Criteria.Zip(given, (c, g) => $"\"{c.Id}\": {g}")) + "}";
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private JsonElement Json(string text, AssessOptions options)
    {
        return JsonDocument.Parse(Answer(text, options)).RootElement;
    }

    private string Answer(string text, AssessOptions options) => AssessVerb.Answer(folder.Write("round.yaml", text), options, Methods.Editions);
}
