namespace Weerbaar.Tests.Simulate;

/// <summary>The verb on what it cannot use: one line that says what is wrong and what to do, and code 1.</summary>
public sealed class SimulateBadInputTests : IDisposable
{
    private const string Three = "a,x,0,0.5,1\na,y,0,0.5,1\na,z,0,0.5,1\nb,x,0,0.4,1\nb,y,0,0.6,1\nb,z,0.2,0.5,0.7\n";

    private readonly SimulateCall call = new();

    public void Dispose() => call.Dispose();

    [Theory]
    [InlineData("a,x,0,NaN,1\n", "Line 2: best is \"NaN\"; it must be a finite number")]
    [InlineData("a,x,0,0.5,Infinity\n", "Line 2: hi is \"Infinity\"")]
    [InlineData("a,x,-Infinity,0.5,1\n", "Line 2: lo is \"-Infinity\"")]
    [InlineData("a,x,0,0.5,1\nb,x,0.7,0.6,0.1\n", "Line 3: lo ≤ best ≤ hi does not hold (0.7, 0.6, 0.1); put the three in rising order.")]
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
}
