using Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

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
}
