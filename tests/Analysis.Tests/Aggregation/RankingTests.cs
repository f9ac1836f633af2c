using Weerbaar.Analysis.Aggregation;

namespace Weerbaar.Analysis.Tests.Aggregation;

public class RankingTests
{
    [Fact]
    public void The_highest_impact_comes_first_then_the_likeliest_and_equals_share_a_rank() =>
        Ranking.Of([(0.1, 0.5), (0.3, 0.01), (0.3, 0.2), (0.3, 0.2), (0.9, 0)]).ShouldBe([5, 4, 2, 2, 1]);

    [Fact]
    public void The_same_sum_added_up_in_another_order_shares_a_rank() =>
        Ranking.Of([(0.1 + 0.2 + 0.3, 0.5), (0.3 + 0.2 + 0.1, 0.5), (0.1, 0.1)]).ShouldBe([1, 1, 3]);

    [Fact]
    public void Nothing_to_rank_gives_no_ranks() => Ranking.Of([]).ShouldBeEmpty();

    [Fact]
    public void What_is_not_a_number_is_refused() =>
        Should.Throw<ArgumentException>(() => Ranking.Of([(double.NaN, 0.5)]));
}
