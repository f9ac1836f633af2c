using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Uncertainty;

public sealed class WhatExplainsTests
{
    private static readonly string[] ids = ["a", "b", "c"];

    [Fact]
    public void With_known_weights_the_shares_add_up_to_all_and_nothing_works_together()
    {
        foreach (var model in Enumerable.Range(0, 10).Select(seed => JudgedRound.Drawn(seed)))
        {
            var shares = WhatExplains.Of(model, 0, 1, 1);
            shares.Sum(s => s.Index.Total).ShouldBe(1, 1e-9);
            shares.ShouldAllBe(s => s.Index.FirstOrder == s.Index.Total && s.ScenarioId != null);
        }
    }

    [Fact]
    public void The_estimate_with_all_weights_the_same_agrees_with_the_exact_shares()
    {
        var exact = WhatExplains.Of(JudgedRound.Model(JudgedRound.Yaml(ids)), 0, 1, 1).ToDictionary(s => (s.ScenarioId, s.Criterion), s => s.Index.Total);
        var count = JudgedRound.Criteria.Length;
        var same = string.Join(',', Enumerable.Repeat("1", count));
        var estimated = WhatExplains.Of(JudgedRound.Model(JudgedRound.Yaml(ids), $"mix:1*fixed:{same};1*fixed:{same}"), 0, 1, 1);

        estimated.Where(s => s.ScenarioId is not null).Count().ShouldBe(exact.Count);
        estimated.ShouldAllBe(s => Math.Abs(s.Index.Total - (s.ScenarioId == null ? 0 : exact[ValueTuple.Create(s.ScenarioId, s.Criterion)])) <= (5 * s.Index.TotalError) + 1e-6);
    }

    [Fact]
    public void Weights_that_are_not_known_have_a_part_in_it_and_the_same_seed_gives_the_same()
    {
        var model = JudgedRound.Model(JudgedRound.Yaml(ids), "uniform");

        var shares = WhatExplains.Of(model, 0, 2, 7);

        shares.Single(s => s.ScenarioId is null).Index.Total.ShouldBeInRange(0.01, 1);
        shares.ShouldBe(WhatExplains.Of(model, 0, 2, 7));
        shares.ShouldNotBe(WhatExplains.Of(model, 0, 2, 8));
    }

    [Fact]
    public async Task The_shares_of_a_pair_are_kept_with_the_run()
    {
        using var runs = new UncertaintyRuns(TimeProvider.System);
        var run = runs.Ask(JudgedRound.Model(JudgedRound.Yaml(ids), "uniform"), new RunOptions { Samples = 2000, Seed = 7 });

        var shares = await runs.ExplainAsync(run, new(0, 2), CancellationToken.None);

        shares.ShouldBe(WhatExplains.Of((await run.Result).Model, 0, 2, 7));
        (await runs.ExplainAsync(run, new(0, 2), CancellationToken.None)).ShouldBeSameAs(shares);
        (await runs.ExplainAsync(run, new(0, 1), CancellationToken.None)).ShouldNotBe(shares);
    }

    [Fact]
    public async Task Explaining_stops_when_the_asker_goes()
    {
        var model = JudgedRound.Model(JudgedRound.Yaml(ids), "uniform");
        using var runs = new UncertaintyRuns(TimeProvider.System);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Should.Throw<OperationCanceledException>(() => WhatExplains.Of(model, 0, 1, 1, cancel: gone.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => runs.ExplainAsync(runs.Ask(model, new RunOptions { Samples = 2000 }), new(0, 1), gone.Token));
    }

    [Fact]
    public async Task The_usual_pair_is_the_first_two_neighbours_that_are_not_sure()
    {
        using var runs = new UncertaintyRuns(TimeProvider.System);
        var result = await runs.GetAsync(JudgedRound.Drawn(3), new RunOptions { Samples = 5000 }, CancellationToken.None);
        var order = result.Model.Order;
        var unsure = order.Zip(order.Skip(1)).First(p => result.Ranks.Pairwise[p.First][p.Second] < RoundUncertainty.Sure);

        ComparedPair.Of(result, null, null).ShouldBe(new(unsure.First, unsure.Second));
        ComparedPair.Of(result, result.Scenarios[order[^1]].Id, result.Scenarios[order[0]].Id).ShouldBe(new(order[0], order[^1]));
    }
}
