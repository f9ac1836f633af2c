using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Tests.Robustness;

public sealed class WeightModelTests
{
    [Fact]
    public void Uniform_weights_have_the_moments_of_the_simplex()
    {
        var drawn = Draw(new UniformWeights(4), 40_000);

        foreach (var m in Enumerable.Range(0, 4))
        {
            drawn.Average(w => w[m]).ShouldBe(0.25, 0.004);
            drawn.Average(w => w[m] * w[m]).ShouldBe(2.0 / (4 * 5), 0.004);
        }
    }

    [Fact]
    public void Weights_in_order_have_the_rank_order_centroid_as_their_mean()
    {
        var drawn = Draw(new RankOrderWeights([1, 2, 0]), 40_000);

        drawn.ShouldAllBe(w => w[1] >= w[2] && w[2] >= w[0]);
        drawn.Average(w => w[1]).ShouldBe(11.0 / 18, 0.005);
        drawn.Average(w => w[2]).ShouldBe(5.0 / 18, 0.005);
        drawn.Average(w => w[0]).ShouldBe(2.0 / 18, 0.005);
    }

    [Fact]
    public void Bounds_and_ratios_hold_in_every_sample()
    {
        var model = new ConstrainedWeights(3, [WeightConstraint.Lower(0, 0.2, "a"), WeightConstraint.Upper(1, 0.3, "b"), WeightConstraint.Ratio(2, 1, 1.5, "c", "b")]);

        model.ByRejection.ShouldBeTrue();
        Draw(model, 5000).ShouldAllBe(w => w[0] > 0.2 - 1e-6 && w[1] < 0.3 + 1e-6 && w[2] > (1.5 * w[1]) - 1e-6 && Math.Abs(w.Sum() - 1) < 1e-5);
    }

    [Fact]
    public void Hit_and_run_draws_the_same_law_as_throwing_misfits_away()
    {
        // A strict order of seven criteria leaves 1/5040 of the simplex, far below one in sixty.
        WeightConstraint[] order = [.. Enumerable.Range(0, 6).Select(m => WeightConstraint.Ratio(m, m + 1, 1, $"c{m}", $"c{m + 1}"))];
        var model = new ConstrainedWeights(7, order);

        model.ByRejection.ShouldBeFalse();
        var (walked, exact) = (Draw(model, 60_000), Draw(new RankOrderWeights([0, 1, 2, 3, 4, 5, 6]), 60_000));
        for (var m = 0; m < 7; m++)
        {
            walked.Average(w => w[m]).ShouldBe(exact.Average(w => w[m]), 0.006);
            walked.Average(w => w[m] * w[m]).ShouldBe(exact.Average(w => w[m] * w[m]), 0.008);
        }
    }

    [Fact]
    public void Contradictory_constraints_are_refused_naming_a_smallest_conflict()
    {
        var refusal = Should.Throw<ContradictoryWeightsException>(() => new ConstrainedWeights(4,
        [
            WeightConstraint.Upper(3, 0.9, "d"),
            WeightConstraint.Lower(0, 0.6, "a"),
            WeightConstraint.Upper(1, 0.8, "b"),
            WeightConstraint.Ratio(1, 0, 1, "b", "a"),
        ]));

        refusal.Conflict.Select(c => c.Sentence).ShouldBe(["a ≥ 0.6", "b ≥ a"]);
        refusal.Message.ShouldContain("a ≥ 0.6; b ≥ a");
    }

    [Fact]
    public void Constraints_without_room_are_refused()
    {
        var refusal = Should.Throw<ContradictoryWeightsException>(() => new ConstrainedWeights(2, [WeightConstraint.Lower(0, 0.5, "a"), WeightConstraint.Upper(0, 0.5, "a")]));

        refusal.Message.ShouldContain("no room");
    }

    [Fact]
    public void Equal_interests_share_equally_whatever_happens_inside()
    {
        var model = new InterestWeights(FixedWeights.Equal(2), [(new UniformWeights(3), [0, 2, 4]), (new FixedWeights([3, 1]), [1, 3])]);

        Draw(model, 2000).ShouldAllBe(w => Math.Abs(w[0] + w[2] + w[4] - 0.5) < 1e-5 && Math.Abs(w[1] - 0.375) < 1e-6);
    }

    [Fact]
    public void A_mixture_of_profiles_takes_each_as_often_as_said()
    {
        var drawn = Draw(new MixedWeights([(new FixedWeights([1, 0]), 1), (new FixedWeights([0, 1]), 3)]), 40_000);

        drawn.Count(w => w[0] == 1).ShouldBeInRange(9500, 10_500);
    }

    [Fact]
    public void Weights_that_make_no_sense_are_refused()
    {
        Should.Throw<ArgumentException>(() => new FixedWeights([0, 0]));
        Should.Throw<ArgumentException>(() => new FixedWeights([1, -1]));
        Should.Throw<ArgumentException>(() => new FixedWeights([1, double.NaN]));
        Should.Throw<ArgumentException>(() => new UniformWeights(0));
        Should.Throw<ArgumentException>(() => new RankOrderWeights([0, 0, 1]));
        Should.Throw<ArgumentException>(() => WeightConstraint.Lower(0, double.NaN, "a"));
        Should.Throw<ArgumentException>(() => new InterestWeights(FixedWeights.Equal(2), [(new UniformWeights(1), [0]), (new UniformWeights(1), [0])]));
        Should.Throw<ArgumentException>(() => new MixedWeights([(new UniformWeights(2), 1), (new UniformWeights(3), 1)]));
    }

    private static List<double[]> Draw(WeightModel model, int samples)
    {
        var (lanes, draw, drawn) = (new RandomLanes(1, StreamPurpose.Samples, 0), model.Draw(1, 0), new List<double[]>());
        var weights = new Vector512<float>[model.Criteria];
        while (drawn.Count < samples)
        {
            draw.Fill(ref lanes, weights);
            drawn.AddRange(Enumerable.Range(0, 16).Select(lane => weights.Select(w => (double)w[lane]).ToArray()));
        }

        return drawn;
    }
}
