using Weerbaar.Tests.Uncertainty;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.Tests.Simulate;

public sealed class CorrelationTests : IDisposable
{
    private const string Rows = "a,x,0,0.5,1\na,y,0,0.5,1\nb,x,0,0.5,1\nb,y,0,0.5,1\nc,x,0,0.5,1\nc,y,0,0.5,1\n";
    private const string Impossible = "correlation,a/x,b/x,c/x\na/x,1,0.9,0.9\nb/x,0.9,1,-0.9\nc/x,0.9,-0.9,1\n";

    private readonly SimulateCall call = new();

    public void Dispose() => call.Dispose();

    [Fact]
    public async Task Correlations_that_contradict_each_other_are_refused_and_the_nearest_offered_works()
    {
        var (asked, nearest) = (call.File("asked.csv", Impossible), call.PathOf("nearest.csv"));

        (await call.OnAsync(Rows, "--correlations", asked)).ShouldBe(1);
        call.Error.ShouldContain("not positive semidefinite");
        call.Error.ShouldContain("--nearest FILE");
        File.Exists(nearest).ShouldBeFalse();

        (await call.OnAsync(Rows, "--correlations", asked, "--nearest", nearest)).ShouldBe(1);
        call.Error.ShouldContain($"is now in {nearest}");

        (await call.OnAsync(Rows, "--correlations", nearest, "--samples", "1000")).ShouldBe(0);
        var possible = CorrelationTable.Read(await File.ReadAllTextAsync(nearest));
        possible.FarthestFrom(CorrelationTable.Read(Impossible)).ShouldBeInRange(0.2, 0.6);
    }

    [Fact]
    public async Task Scores_that_move_as_one_are_no_contradiction()
    {
        var asked = call.File("asked.csv", "correlation,a/x,b/x,c/x\na/x,1,1,1\nb/x,1,1,1\nc/x,1,1,1\n");

        (await call.OnAsync(Rows, "--correlations", asked, "--samples", "1000")).ShouldBe(0, call.Error);
    }

    [Fact]
    public async Task An_assessment_file_takes_correlations_between_its_scenarios_too()
    {
        var file = call.File("round.yaml", JudgedRound.Yaml(["s1", "s2", "s3"]));
        var asked = call.File("asked.csv", "correlation,s1/1.1,s2/1.1\ns1/1.1,1,0.5\ns2/1.1,0.5,1\n");

        (await call.RunAsync("simulate", file, "--correlations", asked, "--samples", "1000")).ShouldBe(0, call.Error);
    }

    [Fact]
    public void Scores_that_move_together_make_the_order_surer()
    {
        const string rows = "a,x,0.2,0.5,0.8\nb,x,0.25,0.55,0.85\n";

        var apart = SimulateCall.Result(rows, new() { Samples = 20_000 });
        var together = SimulateCall.Result(rows, new() { Samples = 20_000 }, "correlation,a,b\na,1,0.95\nb,0.95,1\n");

        together.GetProperty("pairwise")[1][0].GetDouble().ShouldBeGreaterThan(apart.GetProperty("pairwise")[1][0].GetDouble() + 0.1);
        together.GetProperty("inputHash").GetString().ShouldNotBe(apart.GetProperty("inputHash").GetString());
    }

    [Fact]
    public void Criteria_alone_stand_for_the_scores_of_every_alternative()
    {
        const string few = "a,x,0,0.5,1\na,y,0,0.5,1\nb,x,0,0.5,1\nb,y,0,0.5,1\n";
        var short_ = "correlation,x,y\nx,1,0.7\ny,0.7,1\n";
        var full = "correlation,a/x,a/y,b/x,b/y\na/x,1,0.7,0,0\na/y,0.7,1,0,0\nb/x,0,0,1,0.7\nb/y,0,0,0.7,1\n";

        double Spread(string? correlations) => SimulateCall.Result(few, new() { Samples = 50_000 }, correlations)
            .GetProperty("valueQuantiles").GetProperty("q95")[0].GetDouble();

        Spread(short_).ShouldBe(Spread(full), 0.01);
        Spread(short_).ShouldBeGreaterThan(Spread(null) + 0.02);
    }

    [Fact]
    public async Task Parts_carry_the_correlations_and_merge_to_the_bytes_of_one_run()
    {
        var correlations = call.File("c.csv", "correlation,x,y\nx,1,0.4\ny,0.4,1\n");
        foreach (var part in new[] { 1, 2, 3 })
        {
            (await call.OnAsync(Rows, "--correlations", correlations, "--samples", "30000", "--part", $"{part}/3", "--out", call.PathOf($"p{part}"))).ShouldBe(0, call.Error);
        }

        using var merged = new MemoryStream();
        MergeVerb.Run([call.PathOf("p3"), call.PathOf("p1"), call.PathOf("p2")], 2, json: true, merged);

        System.Text.Json.JsonDocument.Parse(merged.ToArray()).RootElement.ToString().ShouldBe(
            SimulateCall.Result(Rows, new() { Samples = 30_000 }, await File.ReadAllTextAsync(correlations)).ToString());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("correlation,a/x\n", "is empty")]
    [InlineData("correlation,a/x,b/x\na/x,1,0\n", "2 columns and 1 rows")]
    [InlineData("correlation,a/x,a/x\na/x,1,0\na/x,0,1\n", "names something twice")]
    [InlineData("correlation,a/x,b/x\nb/x,1,0\na/x,0,1\n", "c.csv:2: This is the row of \"b/x\" where \"a/x\" is expected")]
    [InlineData("correlation,a/x,b/x\na/x,1\nb/x,0,1\n", "c.csv:2: Expected 3 values, found 2")]
    [InlineData("correlation,a/x,b/x\na/x,1,0,5\nb/x,0,5,1\n", "c.csv:2: Expected 3 values, found 4. A comma begins the next value: write numbers with a point")]
    [InlineData("correlation,a/x,b/x\na/x,1,1.5\nb/x,1.5,1\n", "\"1.5\" under b/x is not a correlation, a number from -1 to 1")]
    [InlineData("correlation,a/x,b/x\na/x,1,NaN\nb/x,0,1\n", "\"NaN\" under b/x is not a correlation")]
    [InlineData("correlation,a/x,b/x\na/x,1,0.5\nb/x,0.4,1\n", "The correlation of b/x with a/x is 0.4, but of a/x with b/x 0.5")]
    [InlineData("correlation,a/x,b/x\na/x,0.9,0.5\nb/x,0.5,1\n", "a/x has 0.9 with itself")]
    [InlineData("correlation,a/x,d/x\na/x,1,0.5\nd/x,0.5,1\n", "\"d/x\", which is not a score. Write alternative/criterion, such as a/x")]
    public async Task A_table_of_correlations_that_cannot_be_used_says_where_and_why(string text, string sentence)
    {
        (await call.OnAsync(Rows, "--correlations", call.File("c.csv", text))).ShouldBe(1);

        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public async Task The_nearest_is_only_offered_for_correlations()
    {
        (await call.OnAsync(Rows, "--nearest", call.PathOf("n.csv"))).ShouldBe(1);

        call.Error.ShouldContain("--nearest goes with --correlations.");
    }
}
