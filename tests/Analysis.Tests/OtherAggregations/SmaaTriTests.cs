using Weerbaar.Analysis.OtherAggregations;

namespace Weerbaar.Analysis.Tests.OtherAggregations;

public sealed class SmaaTriTests
{
    private const int Draws = 40_000;

    private static readonly double[][] judged = [[.2, .3, .5, 0], [0, .5, 0, .5], [.1, .2, .3, .4]];

    [Theory]
    [InlineData(true, 0.6, 0.0, 0.0, double.PositiveInfinity)]
    [InlineData(false, 0.6, 0.0, 0.0, double.PositiveInfinity)]
    [InlineData(true, 0.75, 0.5, 1.5, 2.5)]
    [InlineData(false, 0.75, 0.0, 1.0, 2.0)]
    public void Classes_are_as_probable_as_all_judgements_written_out_say(bool careful, double cut, double indifference, double preference, double veto)
    {
        var rule = new Outranking(cut, careful, new(indifference, preference, veto));
        double[] weights = [.5, .3, .2];
        var (sorter, exact) = (rule.Sorter(3, 3), new double[4]);
        for (var k = 0; k < 64; k++)
        {
            var (a, b, c) = (k & 3, (k >> 2) & 3, k >> 4);
            exact[rule.Assign(sorter, [a, b, c], weights)] += judged[0][a] * judged[1][b] * judged[2][c];
        }

        var found = SmaaTri.ClassProbabilities(rule, 3, judged, [weights], Draws, 1, 0);

        for (var level = 0; level < 4; level++)
        {
            found[level].ShouldBe(exact[level], 1e-12 + (5 * Math.Sqrt(exact[level] * (1 - exact[level]) / Draws)));
        }
    }

    [Fact]
    public void A_class_that_needs_three_quarters_of_the_weight_is_reached_as_often_as_weights_are_drawn_so()
    {
        var weights = Enumerable.Range(0, 1000).Select(k => new[] { (k + 0.5) / 1000, 1 - ((k + 0.5) / 1000) }).ToArray();

        var found = SmaaTri.ClassProbabilities(new(0.75, true, new(0, 0)), 2, [[0, 0, 1], [0, 1, 0]], weights, 1000, 1, 0);

        found.ShouldBe([0, 0.75, 0.25]);
    }

    [Fact]
    public void A_seed_gives_the_same_and_another_stream_something_else()
    {
        double[] Of(long stream) => SmaaTri.ClassProbabilities(new(0.6, true, new(0, 0)), 3, judged, [[.5, .3, .2]], 1000, 7, stream);

        Of(3).ShouldBe(Of(3));
        Of(3).ShouldNotBe(Of(4));
    }
}
