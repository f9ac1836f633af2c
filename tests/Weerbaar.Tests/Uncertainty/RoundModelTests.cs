using System.Text;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Yaml;
using Weerbaar.Tests.Assessment;
using Weerbaar.WorkingMethod.Assessment.Simulate;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Uncertainty;

public sealed class RoundModelTests
{
    private static readonly string plain = JudgedRound.Yaml(["s1", "s2", "s3"]);

    [Fact]
    public void A_range_of_one_class_either_side_weighs_one_to_two_to_one()
    {
        var scale = Methods.Editions.Find("nl-2009")!.Edition.Impact;

        ClassScores.Masses(new Judgement(scale.At(2), scale.At(3), scale.At(4))).ShouldBe([(2, 0.25), (3, 0.5), (4, 0.25)]);
        ClassScores.Masses(Judgement.Of(scale.At(3))).ShouldBe([(3, 1)]);
    }

    [Fact]
    public void Within_its_class_a_value_stays_between_its_neighbours_and_never_above_the_highest()
    {
        var scores = JudgedRound.Model(plain, withinClass: true).Input.Numbers.Scores;

        scores.Min(s => s.Lowest).ShouldBe(0);
        scores.Max(s => s.Highest).ShouldBe(1, 1e-12);
        foreach (var score in scores)
        {
            var drawn = Enumerable.Range(0, 101).Select(k => score.Quantile(k / 100.0)).ToList();
            drawn.ShouldBe(drawn.Order());
        }
    }

    [Fact]
    public void Compute_gives_the_same_for_a_seed_and_something_else_for_another()
    {
        var model = JudgedRound.Model(plain, "uniform");
        string Of(ulong seed) => System.Text.Json.JsonSerializer.Serialize(RoundUncertainty.Compute(model, new RunOptions { Samples = 10_000, Seed = seed }) is var r ? new { r.Run, r.Ranks, r.Scenarios } : null);

        Of(3).ShouldBe(Of(3));
        Of(3).ShouldNotBe(Of(4));
    }

    [Fact]
    public void A_run_until_an_error_is_the_run_of_as_many_samples_as_it_took()
    {
        var model = JudgedRound.Model(plain, "uniform");
        string Of(RunOptions options, out RunRecord run)
        {
            var result = RoundUncertainty.Compute(model, options);
            run = result.Run;
            return System.Text.Json.JsonSerializer.Serialize(new { Run = result.Run with { ErrorToReach = null }, result.Ranks, result.Scenarios });
        }

        var until = Of(new RunOptions { Samples = RunOptions.MostSamples, Error = 0.002 }, out var record);

        record.LargestError.ShouldBeInRange(0.001, 0.002);
        record.ErrorToReach.ShouldBe(0.002);
        record.ErrorReached.ShouldBeTrue();
        until.ShouldBe(Of(new RunOptions { Samples = record.Samples }, out _));
    }

    [Fact]
    public void A_run_that_does_not_reach_its_error_says_so()
    {
        var run = RoundUncertainty.Compute(JudgedRound.Model(plain, "uniform"), new RunOptions { Samples = 5000, Error = 0.000_01 }).Run;

        (run.Samples, run.ErrorReached).ShouldBe((5000, false));
        run.LargestError.ShouldBeGreaterThan(0.000_01);
    }

    [Fact]
    public void Judgements_without_ranges_and_known_weights_give_the_single_outcome_for_certain()
    {
        var model = JudgedRound.Model(JudgedRound.Yaml(["s1", "s2"], [("CXCCDCBCCC", "CXCCDCBCCC", "CXCCDCBCCC"), ("BXBBBBBBBB", "BXBBBBBBBB", "BXBBBBBBBB")]));

        var result = RoundUncertainty.Compute(model, new RunOptions { Samples = 1000 });

        result.Ranks.RankAcceptability[0].ShouldBe([1, 0]);
        result.Scenarios[0].Impact.Q50.ShouldBe(model.Impacts[0].Best, 1e-6);
        result.Scenarios[0].Bands.Max().ShouldBe(1);
    }

    [Fact]
    public void Seven_merged_parts_of_a_file_are_the_run_as_a_whole()
    {
        using var folder = new ScratchFolder();
        var input = FromAssessment.Read(folder.Write("round.yaml", plain), "profiles", Methods.Editions);
        var request = new SimulateRequest { Samples = 60_000, Seed = 3, Json = true };
        var files = Enumerable.Range(1, 7).Select(part => Path.Combine(folder.Path, $"p{part}")).ToList();
        foreach (var (k, file) in files.Index())
        {
            SimulateVerb.Run(input, request with { Part = $"{k + 1}/7", PartFile = file }, Stream.Null);
        }

        using var merged = new MemoryStream();
        MergeVerb.Run(files, 2, json: true, merged);
        using var whole = new MemoryStream();
        SimulateVerb.Run(input, request, whole);

        Encoding.UTF8.GetString(merged.ToArray()).ShouldBe(Encoding.UTF8.GetString(whole.ToArray()));
    }

    [Theory]
    [InlineData("method: nl-2009\nscenarios: []\n", null)]
    [InlineData("method: nl-1066\n", null)]
    [InlineData("{", null)]
    [InlineData(null, "nonsense")]
    [InlineData(null, "order:1.1>9.9")]
    public void A_file_or_weights_that_cannot_be_used_are_refused_in_words(string? yaml, string? weights)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("round.yaml", yaml ?? plain);

        var refused = Should.Throw<Exception>(() => FromAssessment.Read(path, weights, Methods.Editions));

        (refused is BadInputException or InvalidInput { Errors: [{ Field: "weights" }] }).ShouldBeTrue(refused.ToString());
        refused.Message.Length.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("uk-2023", "5", "3")]
    [InlineData("be-2023", "4", "2")]
    public void Editions_that_do_not_weigh_are_drawn_too(string edition, string high, string low)
    {
        var model = JudgedRound.Model($"method: {edition}\nscenarios:\n  - {{id: a, likelihood: {{p: 0.01}}, overall: {{lower: \"{low}\", best: \"{high}\", upper: \"{high}\"}}}}\n  - {{id: b, likelihood: {{p: 0.02}}, overall: \"{low}\"}}\n");

        var result = RoundUncertainty.Compute(model, new RunOptions { Samples = 2000 });

        result.Ranks.RankAcceptability[0][0].ShouldBeGreaterThan(0.7);
        new Overturn(model).Neighbours()[0].Judgement.ShouldNotBeNull().Criterion.ShouldBe(RoundModel.OnlyOverall);
        (result.Loss is not null).ShouldBe(model.Value.Currency is not null);
    }

    [Fact]
    public async Task A_run_that_is_stopped_says_so_and_can_be_asked_for_again()
    {
        using var runs = new UncertaintyRuns(TimeProvider.System);
        var (model, options) = (JudgedRound.Drawn(1, scenarios: 40), new RunOptions { Samples = RunOptions.MostSamples });
        var waiting = runs.GetAsync(model, options, CancellationToken.None);

        runs.Cancel(model, options);

        (await Should.ThrowAsync<BrokenRule>(waiting)).Key.ShouldBe("uncertainty.rule.stopped");
        (await runs.GetAsync(model, options with { Samples = 100 }, CancellationToken.None)).Run.Samples.ShouldBe(100);
    }

    [Fact]
    public async Task Two_who_ask_for_the_same_get_the_same_run()
    {
        using var runs = new UncertaintyRuns(TimeProvider.System);
        var options = new RunOptions { Samples = 1000 };

        var one = await runs.GetAsync(JudgedRound.Model(plain), options, CancellationToken.None);

        (await runs.GetAsync(JudgedRound.Model(plain), options, CancellationToken.None)).ShouldBeSameAs(one);
        (await runs.GetAsync(JudgedRound.Model(plain), options with { Seed = 2 }, CancellationToken.None)).ShouldNotBeSameAs(one);
    }
}
