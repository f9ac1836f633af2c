using System.Text;
using System.Text.Json;
using Weerbaar.Analysis.Uncertainty.Streams;
using Weerbaar.Platform.CommandLine;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.Tests.Simulate;

public sealed class SimulateTests : IDisposable
{
    private const string Header = "alt,crit,lo,best,hi\n";
    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-simulate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_JSON_has_every_figure_in_the_order_of_the_input()
    {
        var input = ScoreTable.Read(Header + "a,cost,1,1,1\na,time,0,0,0\nb,cost,0,0,0\nb,time,1,1,1\nc,cost,0.6,0.6,0.6\nc,time,0.6,0.6,0.6\n", "uniform");

        var json = JsonDocument.Parse(Run(input, new() { Samples = 100_000, Seed = 9, Json = true })).RootElement;

        json.GetProperty("rankAcceptability")[2][0].GetDouble().ShouldBe(0.2, 0.006);
        json.GetProperty("rankAcceptability")[0].GetArrayLength().ShouldBe(3);
        json.GetProperty("centralWeights")[0][0].GetDouble().ShouldBe(0.8, 0.006);
        json.GetProperty("confidence")[1].GetDouble().ShouldBe(1);
        json.GetProperty("pairwise")[2][0].GetDouble().ShouldBe(0.6, 0.008);
        json.GetProperty("standardError").GetProperty("rankAcceptability")[0][0].GetDouble().ShouldBe(Math.Sqrt(0.24 / 100_000), 1e-5);
        json.GetProperty("seed").GetUInt64().ShouldBe(9UL);
        json.GetProperty("samples").GetInt64().ShouldBe(100_000);
        json.GetProperty("engine").GetString()!.ShouldStartWith("weerbaar ");
        json.GetProperty("inputHash").GetString()!.ShouldMatch("^sha256:[0-9a-f]{64}$");
        json.GetProperty("alternatives")[1].GetString().ShouldBe("b");
    }

    [Theory]
    [InlineData("mc")]
    [InlineData("qmc")]
    public void One_run_two_threads_and_seven_merged_parts_give_the_same_bytes(string sampling)
    {
        var input = ScoreTable.Read(Generated(9, 4), "order:c2>c0>c1>c3");
        var request = new SimulateRequest { Samples = 60_000, Seed = 3, Sampling = sampling, Json = true };
        var files = Enumerable.Range(1, 7).Select(part => Path.Combine(folder, $"p{part}")).ToArray();
        for (var part = 1; part <= 7; part++)
        {
            Run(input, request with { Part = $"{part}/7", PartFile = files[part - 1] }).ShouldBeEmpty();
        }

        using var merged = new MemoryStream();
        MergeVerb.Run([.. files.Reverse()], 2, json: true, merged);

        var whole = Run(input, request);
        Run(input, request with { Threads = 2 }).ShouldBe(whole);
        Encoding.UTF8.GetString(merged.ToArray()).ShouldBe(whole);
    }

    [Fact]
    public void The_hash_changes_with_a_number_or_the_weights_and_not_with_how_a_number_is_written()
    {
        var one = ScoreTable.Read(Header + "a,x,0,0.5,1\n", "uniform").Hash;

        ScoreTable.Read("\uFEFF" + Header.Replace("\n", "\r\n", StringComparison.Ordinal) + "a,x,0.0,5e-1,1.000\r\n\r\n", "uniform").Hash.ShouldBe(one);
        ScoreTable.Read(Header + "a,x,0,0.5,0.999\n", "uniform").Hash.ShouldNotBe(one);
        ScoreTable.Read(Header + "a,x,0,0.5,1\n", "equal").Hash.ShouldNotBe(one);
    }

    [Theory]
    [InlineData("", "scores:1: ")]
    [InlineData("alt;crit;lo;best;hi\n", "scores:1: The table must start with the header")]
    [InlineData(Header, "no scores")]
    [InlineData(Header + "a,x,0,0.5\n", "scores:2: Expected 5 values")]
    [InlineData(Header + "a,x,0,NaN,1\n", "scores:2: best is \"NaN\"; it must be a finite number")]
    [InlineData(Header + "a,x,0,0.5,Infinity\n", "scores:2: hi is \"Infinity\"")]
    [InlineData(Header + "a,x,-∞,0.5,1\n", "scores:2: lo is")]
    [InlineData(Header + "a,x,0,\"0,5\",1\n", "scores:2: Expected 5 values (alt,crit,lo,best,hi), found 6. A comma begins the next value: write numbers with a point, such as 0.5.")]
    [InlineData(Header + "a,x,0,0.5,1\nb,x,0.7,0.5,1\n", "scores:3: lo ≤ best ≤ hi does not hold (0.7, 0.5, 1)")]
    [InlineData(Header + "a,x,0,0.5,1.1\n", "scores:2: hi is 1.1; scores lie from 0 to 1")]
    [InlineData(Header + "a,x,0,0.5,1\na,x,0,0.5,1\n", "scores:3: a already has a score on x, on line 2")]
    [InlineData(Header + "a,x,0,0.5,1\nb,y,0,0.5,1\n", "a has no score on y")]
    [InlineData(Header + ",x,0,0.5,1\n", "scores:2: The name of the alternative or the criterion is empty")]
    public void A_table_that_cannot_be_read_says_on_which_line_and_why(string text, string expected) =>
        Should.Throw<SimulateInputException>(() => ScoreTable.Read(text, "uniform")).Message.ShouldContain(expected);

    [Fact]
    public void Ten_thousand_alternatives_are_refused_with_the_limit_and_what_to_do()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 10_000).Select(a => $"a{a},x,0,0.5,1\n"));

        Should.Throw<SimulateInputException>(() => ScoreTable.Read(text, "uniform")).Message.ShouldContain("scores:2050: More than 2048 alternatives. Select");
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("equal")]
    [InlineData("fixed:1,2,3")]
    [InlineData("order:c2>c1>c0")]
    [InlineData("where:c0>=0.1;c0<=0.4;c1>=2*c2")]
    [InlineData("where:c0<=2*c1")]
    [InlineData("interests:c0,c1|c2")]
    public void Every_kind_of_weights_runs(string weights) =>
        Run(ScoreTable.Read(Generated(4, 3), weights), new() { Samples = 2000 }).ShouldContain("2000 samples");

    [Theory]
    [InlineData(0L)]
    [InlineData(-5L)]
    [InlineData(1_000_000_000_000L)]
    public void Too_few_or_too_many_samples_are_refused_with_the_limits(long samples) =>
        Refusal(new() { Samples = samples }).ShouldContain("choose 1 to 10000000000");

    [Fact]
    public void Options_that_do_not_go_together_are_refused()
    {
        Refusal(new() { Sampling = "sobol" }).ShouldContain("choose mc or qmc");
        Refusal(new() { Threads = 0 }).ShouldContain("choose 1 to 1024");
        Refusal(new() { Error = 0 }).ShouldContain("between 0 and 1");
        Refusal(new() { Error = double.NaN }).ShouldContain("between 0 and 1");
        Refusal(new() { Part = "1/2" }).ShouldContain("--part needs --out");
        Refusal(new() { Part = "3/2", PartFile = "x" }).ShouldContain("1 ≤ i ≤ n");
        Refusal(new() { Part = "1/2", PartFile = "x", Error = 0.1 }).ShouldContain("leave out --error");
        Refusal(new() { PartFile = "x" }).ShouldContain("--out goes with --part");
    }

    [Fact]
    public void A_run_until_an_error_writes_the_samples_it_drew()
    {
        var json = JsonDocument.Parse(Run(ScoreTable.Read(Generated(4, 3), "uniform"), new() { Samples = 10_000_000, Error = 0.002, Json = true })).RootElement;

        json.GetProperty("samples").GetInt64().ShouldBeInRange(16_384, 131_072);
        json.GetProperty("standardError").GetProperty("largest").GetDouble().ShouldBeLessThanOrEqualTo(0.002);
    }

    [Fact]
    public void Parts_that_do_not_belong_together_are_not_merged()
    {
        var input = ScoreTable.Read(Generated(3, 2), "uniform");
        string Part(string name, SimulateRequest request, SimulateInput? other = null)
        {
            var file = Path.Combine(folder, name);
            Run(other ?? input, request with { PartFile = file });
            return file;
        }

        var half = new SimulateRequest { Samples = 20_000, Part = "1/2" };
        var (one, two) = (Part("one", half), Part("two", half with { Part = "2/2" }));

        MergeRefusal(one).ShouldContain("Missing of 2 parts: 2");
        MergeRefusal(one, two, one).ShouldContain("Given more than once: part 1");
        MergeRefusal(one, Part("seed", half with { Part = "2/2", Seed = 2 })).ShouldContain("different runs");
        MergeRefusal(one, Part("table", half with { Part = "2/2" }, ScoreTable.Read(Generated(3, 2), "equal"))).ShouldContain("different inputs");
        File.WriteAllText(Path.Combine(folder, "junk"), "{\"format\":1}");
        MergeRefusal(Path.Combine(folder, "junk")).ShouldContain("junk is not a part written by simulate --part");
        File.WriteAllText(two, File.ReadAllText(two).Replace("a1,c0,", "a1,c0,0", StringComparison.Ordinal).Replace("\"weights\":\"uniform\"", "\"weights\":\"equal\"", StringComparison.Ordinal));
        MergeRefusal(one, two).ShouldContain("does not match its hash");
    }

    [Theory]
    [InlineData(0, "simulate", "--table", "TABLE", "--samples", "1000", "--json")]
    [InlineData(1, "simulate", "--table", "TABLE", "--samples", "0")]
    [InlineData(1, "simulate", "--table", "/does/not/exist.csv")]
    [InlineData(1, "simulate", "--table", "HUGE")]
    [InlineData(1, "simulate")]
    [InlineData(1, "merge", "/does/not/exist")]
    public async Task Exit_codes_tell_bad_input_from_success(int expected, params string[] arguments)
    {
        var table = Path.Combine(folder, "scores.csv");
        await File.WriteAllTextAsync(table, Generated(3, 2));
        var huge = Path.Combine(folder, "huge.csv");
        await using (var file = File.Create(huge))
        {
            file.SetLength(65L << 20);
        }

        var root = new System.CommandLine.RootCommand { SimulateVerb.Verb(), MergeVerb.Verb() };

        var exit = await Verbs.RunAsync(root, [.. arguments.Select(a => a switch { "TABLE" => table, "HUGE" => huge, _ => a })], error: TextWriter.Null);

        exit.ShouldBe(expected);
    }

    private static string Run(SimulateInput input, SimulateRequest request)
    {
        using var output = new MemoryStream();
        SimulateVerb.Run(input, request, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Refusal(SimulateRequest request) =>
        Should.Throw<SimulateInputException>(() => Run(ScoreTable.Read(Generated(2, 2), "uniform"), request)).Message;

    private static string MergeRefusal(params string[] files) =>
        Should.Throw<SimulateInputException>(() => MergeVerb.Run(files, 1, json: true, Stream.Null)).Message;

    private static string Generated(int alternatives, int criteria)
    {
        var random = new SplitMix64(1);
        var rows = from a in Enumerable.Range(0, alternatives) from c in Enumerable.Range(0, criteria) select (a, c);
        return Header + string.Concat(rows.Select(r =>
        {
            var best = 0.2 + (0.6 * random.NextDouble());
            return FormattableString.Invariant($"a{r.a},c{r.c},{best - 0.2:F4},{best:F4},{best + 0.2:F4}\n");
        }));
    }
}
