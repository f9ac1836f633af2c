using System.Globalization;
using System.Text.Json;

namespace Weerbaar.Tests.Elicit;

public sealed class ElicitTests : IDisposable
{
    private readonly ElicitCall call = new();

    public void Dispose() => call.Dispose();

    [Fact]
    public void Json_holds_the_scores_of_every_expert_and_of_the_decision_maker()
    {
        call.On(ElicitCall.Panel, "--cutoff", "0", "--json").ShouldBe(0);

        var json = call.Json;
        json.GetProperty("levels").EnumerateArray().Select(level => level.GetDouble()).ShouldBe([.05, .5, .95]);
        var experts = json.GetProperty("experts").EnumerateArray().ToArray();
        experts.Select(expert => expert.GetProperty("name").GetString()).ShouldBe(["Ann", "Bob", "Cas"]);
        experts.Sum(expert => expert.GetProperty("normalisedWeight").GetDouble()).ShouldBe(1, 1e-12);
        var ann = experts[0];
        ann.GetProperty("weight").GetDouble().ShouldBe(ann.GetProperty("calibration").GetDouble() * ann.GetProperty("information").GetProperty("seed").GetDouble(), 1e-12);
        ann.GetProperty("information").GetProperty("all").GetDouble().ShouldBePositive();
        var decisionMaker = json.GetProperty("decisionMaker");
        decisionMaker.GetProperty("calibration").GetDouble().ShouldBeInRange(0, 1);
        decisionMaker.GetProperty("questions").GetArrayLength().ShouldBe(3);
        decisionMaker.GetProperty("questions")[2].GetProperty("quantiles").EnumerateArray().Select(value => value.GetDouble()).ShouldBeInOrder();
        json.GetProperty("inputHash").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public void The_cut_off_is_optimised_unless_one_is_given()
    {
        call.On(ElicitCall.Panel, "--json");
        call.Json.GetProperty("cutoffOptimised").GetBoolean().ShouldBeTrue();
        var best = call.Json.GetProperty("decisionMaker").GetProperty("weight").GetDouble();

        call.On(ElicitCall.Panel, "--json", "--cutoff", "0");
        call.Json.GetProperty("cutoff").GetDouble().ShouldBe(0);
        call.Json.GetProperty("decisionMaker").GetProperty("weight").GetDouble().ShouldBeLessThan(best + 1e-12);
    }

    [Theory]
    [InlineData("user:1,0,3")]
    [InlineData("user:Cas=3,Ann=1,Bob=0")]
    public void User_weights_go_by_order_or_by_name(string weights)
    {
        call.On(ElicitCall.Panel, "--weights", weights, "--json").ShouldBe(0);

        call.Json.GetProperty("experts").EnumerateArray().Select(expert => expert.GetProperty("normalisedWeight").GetDouble()).ShouldBe([.25, 0, .75]);
        call.Json.GetProperty("cutoff").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Five_quantiles_are_read_from_the_headings_in_any_order_of_columns()
    {
        const string csv = """
            expert;q95;q75;q50;q25;q05;question;realisation;is_seed
            Ann;5,5;4;3;2;1,5;a;2,5;1
            Ann;5;4;3;2;1;b;;0
            """;

        call.On(csv, "--json").ShouldBe(0);

        call.Json.GetProperty("levels").EnumerateArray().Select(level => level.GetDouble()).ShouldBe([.05, .25, .5, .75, .95]);
        var first = call.Json.GetProperty("decisionMaker").GetProperty("questions")[0];
        first.GetProperty("quantiles").EnumerateArray().Select(value => value.GetDouble()).ShouldBe([1.5, 2, 3, 4, 5.5]);
        first.GetProperty("realisation").GetDouble().ShouldBe(2.5);
    }

    [Fact]
    public void Robustness_leaves_out_each_expert_and_each_seed_question()
    {
        call.On(ElicitCall.Panel, "--json", "--robustness").ShouldBe(0);

        var robustness = call.Json.GetProperty("robustness");
        Excluded(robustness, "experts").ShouldBe(["", "Ann", "Bob", "Cas"]);
        Excluded(robustness, "questions").ShouldBe(["", "rain", "wind"]);
    }

    [Fact]
    public void The_table_shows_experts_decision_maker_and_questions()
    {
        call.On(ElicitCall.Panel).ShouldBe(0);

        call.Output.ShouldContain("3 experts, 2 seed questions, 1 target question; global weights, cut-off");
        call.Output.ShouldContain("Decision maker");
        call.Output.ShouldContain("flood");
        call.Output.ShouldContain("calibration tells little");
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        call.On(ElicitCall.Panel);
        var (before, culture) = (call.Output, CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
            call.On(ElicitCall.Panel);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        call.Output.ShouldBe(before);
    }

    [Fact]
    public void Missing_answers_are_fine_and_reported()
    {
        var csv = ElicitCall.Panel.Replace("flood,0,,Bob,1,2,3\n", "", StringComparison.Ordinal).Replace("Cas,15,30,60", "Cas,,,", StringComparison.Ordinal);

        call.On(csv, "--json", "--weights", "equal").ShouldBe(0);

        call.Json.GetProperty("remarks")[0].GetString().ShouldBe("2 of 9 answers are missing. On those questions the other experts share the weight.");
        call.Json.GetProperty("decisionMaker").GetProperty("questions")[2].GetProperty("weights").GetProperty("Ann").GetDouble().ShouldBe(1);
    }

    [Fact]
    public void One_expert_is_the_decision_maker_and_it_says_so()
    {
        const string csv = "question,is_seed,realisation,expert,q05,q50,q95\na,1,2,Ann,1,2,3\nb,0,,Ann,4,5,6\n";

        call.On(csv, "--json", "--robustness").ShouldBe(0);

        call.Json.GetProperty("remarks")[0].GetString()!.ShouldContain("one expert");
        call.Json.GetProperty("decisionMaker").GetProperty("questions")[1].GetProperty("quantiles").EnumerateArray().Select(value => value.GetDouble()).ShouldBe([4, 5, 6]);
        call.Json.GetProperty("robustness").GetProperty("experts").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void An_excalibur_pair_gives_the_same_as_the_csv()
    {
        const string answers = """
            * CLASS ASCII OUTPUT FILE. NQ=   3   QU=   5  50  95
                1   Ann  B    1   log of rain UNI  7.00000E+0002  8.00000E+0002  9.00000E+0002   mm
                1   Ann  B    2          wind uni  4.00000E+0000  5.00000E+0000  6.00000E+0000
                1   Ann  B    3         flood UNI  1.00000E+0001  2.00000E+0001  4.00000E+0001
                2    Bob 2    1   log of rain UNI  4.00000E+0002  5.00000E+0002  6.00000E+0002
                2    Bob 2    2          wind uni  6.00000E+0000  8.00000E+0000  9.00000E+0000
                2    Bob 2    3         flood UNI -9.99500E+0002 -9.99500E+0002 -9.99500E+0002
            """;
        const string realisations = """
                1   log of rain  8.20000E+0002 UNI                         rain in a year
                2          wind  5.10000E+0000 uni
                3         flood -9.99500E+0002 UNI
            """;
        call.File(realisations, "panel.RLS");
        call.Run(call.File(answers, "panel.dtt"), "--json").ShouldBe(0);
        var pair = call.Json;

        call.On("""
            question,is_seed,realisation,expert,q05,q50,q95
            log of rain,1,820,Ann  B,700,800,900
            log of rain,1,820,Bob 2,400,500,600
            wind,1,5.1,Ann  B,4,5,6
            wind,1,5.1,Bob 2,6,8,9
            flood,0,,Ann  B,10,20,40
            """, "--json").ShouldBe(0);

        pair.GetProperty("experts").ToString().ShouldBe(call.Json.GetProperty("experts").ToString());
        pair.GetProperty("decisionMaker").ToString().ShouldBe(call.Json.GetProperty("decisionMaker").ToString());
    }

    [Fact]
    public void Excalibur_questions_are_tied_by_name_when_the_numbers_differ()
    {
        call.File("    1          wind  5.1E+0000 uni\n", "panel.rls");
        call.Run(call.File("* QU= 5 50 95\n    1      Ann    1   rain UNI 1 2 3\n    1      Ann    2   wind UNI 4 5 6\n", "panel.dtt"), "--json").ShouldBe(0);

        var questions = call.Json.GetProperty("decisionMaker").GetProperty("questions");
        questions[0].GetProperty("isSeed").GetBoolean().ShouldBeFalse();
        questions[1].GetProperty("realisation").GetDouble().ShouldBe(5.1);
    }

    private static string[] Excluded(JsonElement robustness, string what) =>
        [.. robustness.GetProperty(what).EnumerateArray().Select(run => string.Join(',', run.GetProperty("excluded").EnumerateArray().Select(name => name.GetString())))];
}
