namespace Weerbaar.Tests.Simulate;

/// <summary>The verb on what it cannot use: one line that says what is wrong and what to do, and code 1.</summary>
public sealed class SimulateBadInputTests : IDisposable
{
    private const string Three = "a,x,0,0.5,1\na,y,0,0.5,1\na,z,0,0.5,1\nb,x,0,0.4,1\nb,y,0,0.6,1\nb,z,0.2,0.5,0.7\n";

    private readonly SimulateCall call = new();

    public void Dispose() => call.Dispose();

    [Theory]
    [InlineData("a,x,0,NaN,1\n", "scores.csv:2: best is \"NaN\"; it must be a finite number")]
    [InlineData("a,x,0,0.5,Infinity\n", "scores.csv:2: hi is \"Infinity\"")]
    [InlineData("a,x,-Infinity,0.5,1\n", "scores.csv:2: lo is \"-Infinity\"")]
    [InlineData("a,x,0,0.5,1\nb,x,0.7,0.6,0.1\n", "scores.csv:3: lo ≤ best ≤ hi does not hold (0.7, 0.6, 0.1); put the three in rising order.")]
    [InlineData("", "The table has a header but no scores.")]
    public async Task A_table_that_cannot_be_used_is_refused(string rows, string sentence)
    {
        (await call.OnAsync(rows)).ShouldBe(1);

        call.Error.ShouldContain(sentence);
        call.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000000000")]
    public async Task Too_few_or_too_many_samples_are_refused_with_the_limits(string samples)
    {
        (await call.OnAsync(Three, $"--samples={samples}")).ShouldBe(1);

        call.Error.ShouldContain($"--samples {samples}: choose 1 to 10000000000.");
    }

    [Theory]
    [InlineData("0,001")]
    [InlineData("1,000")]
    [InlineData("little")]
    public async Task An_error_that_is_no_number_with_a_point_is_refused(string error)
    {
        (await call.OnAsync(Three, $"--error={error}")).ShouldBe(1);

        call.Error.ShouldStartWith($"'{error}' is no number. Write it with a point, such as 0.001.");
    }

    [Theory]
    [InlineData(0.000_01, false)]
    [InlineData(0.02, true)]
    public void A_run_until_an_error_says_whether_it_was_reached(double error, bool reached)
    {
        var result = SimulateCall.Result(Three, new() { Samples = 5000, Error = error });

        result.GetProperty("errorToReach").GetDouble().ShouldBe(error);
        result.GetProperty("errorReached").GetBoolean().ShouldBe(reached);
        (result.GetProperty("standardError").GetProperty("largest").GetDouble() <= error).ShouldBe(reached);
    }

    [Theory]
    [InlineData("part", "1", "does not match its hash; the file was changed. Make it again.")]
    [InlineData("counted", "5", "does not match its hash")]
    [InlineData("replicates", "3", "does not match its hash")]
    [InlineData("engine", "\"weerbaar 9.9.9\"", "does not match its hash")]
    [InlineData("weights", "\"equal\"", "does not match its hash")]
    [InlineData("counts", "[]", "does not match its hash")]
    [InlineData("counts", "[[0.5]]", "is not a part written by simulate --part, or it is damaged.")]
    [InlineData("seed", "\"99999999999999999999999\"", "is not a part written by simulate --part")]
    [InlineData("samples", "0", "is not a part written by simulate --part")]
    [InlineData("sampling", "\"best\"", "two: --sampling \"best\" does not exist")]
    [InlineData("format", "\"weerbaar-simulation-part-1\"", "is not a part written by simulate --part")]
    public async Task A_part_that_was_changed_is_refused_by_name(string field, string value, string sentence)
    {
        await PartsAsync();
        var two = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(call.PathOf("two")))!;
        two[field] = System.Text.Json.Nodes.JsonNode.Parse(value);
        call.File("two", two.ToJsonString());

        (await call.RunAsync("merge", call.PathOf("one"), call.PathOf("two"))).ShouldBe(1);

        call.Error.ShouldStartWith("two");
        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public async Task One_count_that_was_changed_is_noticed()
    {
        await PartsAsync();
        var two = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(call.PathOf("two")))!;
        two["counts"]![0]![0] = two["counts"]![0]![0]!.GetValue<long>() + 1;
        call.File("two", two.ToJsonString());

        (await call.RunAsync("merge", call.PathOf("one"), call.PathOf("two"))).ShouldBe(1);

        call.Error.ShouldContain("does not match its hash");
    }

    [Fact]
    public async Task A_part_given_twice_in_place_of_another_is_named_with_the_one_that_is_missing()
    {
        await PartsAsync();

        (await call.RunAsync("merge", call.PathOf("one"), call.PathOf("one"))).ShouldBe(1);

        call.Error.Trim().ShouldBe("Missing of 2 parts: 2. Make them with simulate --part. Given more than once: part 1. Give each once.");
    }

    [Fact]
    public async Task More_bounds_on_the_weights_than_can_be_sorted_out_are_refused_with_the_limit()
    {
        (await call.OnAsync(Three, "--weights", $"where:{string.Join(';', Enumerable.Repeat("x>=0.1", 300))}")).ShouldBe(1);

        call.Error.ShouldContain("at most 256 can be given");
    }

    [Fact]
    public async Task An_assessment_file_of_too_many_scenarios_is_refused_with_the_limit()
    {
        var scenarios = string.Concat(Enumerable.Range(0, 2049).Select(s => $"  - {{id: s{s}, likelihood: \"3\", overall: \"3\"}}\n"));

        (await call.RunAsync("simulate", call.File("many.yaml", $"method: be-2023\nscenarios:\n{scenarios}"))).ShouldBe(1);

        call.Error.ShouldContain("has 2049 scenarios; one run ranks at most 2048.");
    }

    [Fact]
    public async Task Ten_thousand_alternatives_are_refused_with_the_limit_and_what_to_do()
    {
        (await call.OnAsync(string.Concat(Enumerable.Range(0, 10_000).Select(a => $"a{a},x,0,0.5,1\n")))).ShouldBe(1);

        call.Error.ShouldContain("more than 2048 alternatives. Select the ones that matter first, or rank in groups.");
    }

    [Fact]
    public async Task Weights_that_contradict_each_other_are_named_and_the_others_are_not()
    {
        (await call.OnAsync(Three, "--weights", "where:x>=0.6;z<=0.9;y>=x")).ShouldBe(1);

        call.Error.ShouldContain("x ≥ 0.6; y ≥ x");
        call.Error.ShouldNotContain("z ≤ 0.9");
    }

    [Theory]
    [InlineData("half", "--weights: The weights 'half' are not understood. Write uniform")]
    [InlineData("fixed:1,2", "There are 2 weights and 3 criteria")]
    [InlineData("fixed:0,5,0,3,0,2", "There are 6 weights and 3 criteria. Give each criterion one weight, with a point in the number")]
    [InlineData("fixed:1,-2,3", "at least 0")]
    [InlineData("fixed:0,0,0", "at least one is above 0")]
    [InlineData("fixed:1e308,1e308,1e308", "a finite sum")]
    [InlineData("mix:1e308*equal;1e308*equal", "a finite sum")]
    [InlineData("mix:-1*equal;2*equal", "at least 0")]
    [InlineData("mix:1*mix:1*equal", "holds no mixture")]
    [InlineData("fixed:1,NaN,1", "'NaN' is not a finite number")]
    [InlineData("order:x>y", "'order:x>y' must name each criterion exactly once. Criteria are: x, y, z.")]
    [InlineData("order:x>y>y", "each criterion exactly once")]
    [InlineData("order:x>y>w", "'w' is not a criterion. Criteria are: x, y, z")]
    [InlineData("where:x=0.6", "is not a bound")]
    [InlineData("where:x>=x", "'x>=x' is not a bound. Write name>=0.1, name<=0.4, name>=other or name>=2*other, with a number above 0 before the asterisk and two different names.")]
    [InlineData("where:x<=0*y", "a number above 0")]
    [InlineData("where:x>=1e999", "not a finite number")]
    [InlineData("interests:x,y", "each criterion exactly once")]
    [InlineData("interests:x,y|y,z", "each criterion exactly once")]
    public async Task Weights_that_cannot_be_are_refused_by_name(string weights, string sentence)
    {
        (await call.OnAsync(Three, "--weights", weights)).ShouldBe(1);

        call.Error.ShouldStartWith("--weights: ");
        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        var table = call.File("scores.csv", SimulateCall.Header + Three);
        var link = File.CreateSymbolicLink(call.PathOf("link.csv"), table).FullName;
        var correlations = call.File("correlations.csv", "correlation,x,y\nx,1,1\ny,1,1\n");

        foreach (var there in new[] { table, link, correlations, call.PathOf("") })
        {
            (await call.RunAsync("simulate", "--table", table, "--part", "1/2", "--out", there)).ShouldBe(1);
            call.Error.Trim().ShouldBe($"Can't write {there}: it is there already. Name another file.");
            (await call.RunAsync("simulate", "--table", table, "--correlations", correlations, "--nearest", there)).ShouldBe(1);
            call.Error.Trim().ShouldBe($"Can't write {there}: it is there already. Name another file.");
        }

        (await File.ReadAllTextAsync(table)).ShouldBe(SimulateCall.Header + Three);
        Directory.GetFiles(call.PathOf("")).Length.ShouldBe(3);
    }

    [Fact]
    public void One_draw_says_that_its_error_is_not_known()
    {
        var result = SimulateCall.Result(Three, new() { Samples = 1, Error = 0.5 });

        result.GetProperty("standardError").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        result.GetProperty("errorReached").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("mc", "1 sample (mc, seed 1); the standard error is not known from one draw", "come from 1 other sample,")]
    [InlineData("qmc", "128 samples (qmc, 8 lattices of 16 points, seed 1); largest standard error", "come from 128 other samples")]
    public void What_was_drawn_is_said(string sampling, string drawn, string second)
    {
        var text = SimulateCall.Text(Three, new() { Samples = 1, Sampling = sampling });

        text.ShouldStartWith(drawn);
        text.ShouldContain(second);
    }

    [Theory]
    [InlineData("correlation,x,depth\nx,1,0.5\ndepth,0.5,1\n", "The correlations name \"depth\", which is not a score.")]
    public async Task Correlations_that_cannot_be_used_are_named(string correlations, string sentence)
    {
        (await call.OnAsync(Three, "--correlations", call.File("correlations.csv", correlations))).ShouldBe(1);

        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public void One_alternative_is_always_first()
    {
        var result = SimulateCall.Result("a,x,0,0.5,1\na,y,0.1,0.2,0.3\n", new() { Samples = 5000 });

        result.GetProperty("rankAcceptability")[0][0].GetDouble().ShouldBe(1);
        result.GetProperty("confidence")[0].GetDouble().ShouldBe(1);
        result.GetProperty("standardError").GetProperty("largest").GetDouble().ShouldBe(0);
    }

    [Fact]
    public void On_one_criterion_the_weight_is_one()
    {
        var result = SimulateCall.Result("a,x,0.6,0.7,0.8\nb,x,0.1,0.2,0.3\n", new() { Samples = 5000 });

        result.GetProperty("rankAcceptability")[0][0].GetDouble().ShouldBe(1);
        result.GetProperty("centralWeights")[0][0].GetDouble().ShouldBe(1, 1e-6);
        result.GetProperty("rankAcceptability")[1][0].GetDouble().ShouldBe(0);
    }

    [Fact]
    public void Alternatives_with_all_scores_equal_share_every_rank()
    {
        var result = SimulateCall.Result(string.Concat(Enumerable.Range(0, 5).Select(a => $"a{a},x,0.5,0.5,0.5\na{a},y,0.5,0.5,0.5\n")), new() { Samples = 40_000 });

        foreach (var cell in result.GetProperty("rankAcceptability").EnumerateArray().SelectMany(row => row.EnumerateArray()))
        {
            // Five standard errors of a fifth.
            cell.GetDouble().ShouldBe(0.2, 5 * Math.Sqrt(0.16 / 40_000));
        }
    }

    private async Task PartsAsync()
    {
        foreach (var (part, name) in new[] { ("1/2", "one"), ("2/2", "two") })
        {
            (await call.OnAsync(Three, "--samples", "20000", "--part", part, "--out", call.PathOf(name))).ShouldBe(0, call.Error);
        }
    }
}
