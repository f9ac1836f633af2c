using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Sensitivity;

namespace Weerbaar.Analysis.Tests.Sensitivity;

public sealed class JudgementChangeTests
{
    private static readonly WeightedSumModel model = new(
        [.5, .3, .2],
        [new(.5, .6, .9), new(.1, .2, .3), new(.4, .5, .6), new(.3, .4, .7), new(.2, .3, .4), new(0, .3, .9)]);

    [Fact]
    public void Every_judgement_swaps_at_lead_over_weight()
    {
        var swaps = SmallestJudgementChange.Find(model, 0, 1);

        model.Lead(0, 1).ShouldBe(0.11, 1e-12);
        swaps.Select(swap => (swap.Alternative, swap.Criterion)).ShouldBe([(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)]);
        swaps[0].To.ShouldBe(0.38, 1e-12);
        swaps[1].To.ShouldBe(0.62, 1e-12);
        swaps[5].Change.ShouldBe(0.55, 1e-12);
    }

    [Fact]
    public void It_says_whether_the_experts_thought_that_value_possible()
    {
        var swaps = SmallestJudgementChange.Find(model, 0, 1);

        swaps.Select(swap => swap.WithinStatedRange).ShouldBe([false, true, false, false, false, true]);
        swaps.Select(swap => swap.WithinScale).ShouldBe([true, true, false, true, false, true]);
    }

    [Fact]
    public void The_change_swaps_one_percent_further_and_not_one_percent_less() =>
        Prop.ForAll(Draws.Models, drawn => Math.Abs(drawn.Lead(0, 1)) < 1e-9 || SmallestJudgementChange.Find(drawn, 0, 1).All(swap =>
        {
            var sign = Math.Sign(drawn.Lead(0, 1));
            return Math.Sign(With(drawn, swap, 0.99).Lead(0, 1)) == sign && Math.Sign(With(drawn, swap, 1.01).Lead(0, 1)) == -sign;
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_tornado_shows_the_swing_of_each_judgement_longest_first()
    {
        var bars = Tornado.OfLead(model, 0, 1);

        (bars[0].Alternative, bars[0].Criterion).ShouldBe((0, 0));
        bars[0].AtLower.ShouldBe(0.06, 1e-12);
        bars[0].AtUpper.ShouldBe(0.26, 1e-12);
        bars.Select(bar => bar.Swing).ShouldBeInOrder(SortDirection.Descending);
        bars.Count.ShouldBe(6);
    }

    [Fact]
    public void A_bar_of_a_weight_keeps_the_ratios_of_the_other_weights()
    {
        var bar = Tornado.OfValue(model, 0, [new(0, 1), new(.3, .3), new(.2, .2)]).Single(bar => bar is { Input: TornadoInput.Weight, Criterion: 0 });

        bar.AtLower.ShouldBe((.6 * .2) + (.4 * .5), 1e-12);
        bar.AtUpper.ShouldBe(.6, 1e-12);
    }

    [Fact]
    public void A_bar_of_a_weight_at_its_own_value_has_no_length()
    {
        var bars = Tornado.OfLead(model, 0, 1, [new(.5, .5), new(.3, .3), new(.2, .2)]).Where(bar => bar.Input == TornadoInput.Weight);

        bars.Select(bar => bar.AtLower).ShouldBe([.11, .11, .11], 1e-12);
    }

    [Fact]
    public void A_judgement_out_of_order_is_refused_with_its_place() =>
        Should.Throw<ArgumentException>(() => new WeightedSumModel([.5, .5], [new(0, 0, 0), new(.5, .4, .6)])).Message.ShouldContain("criterion 1");

    private static WeightedSumModel With(WeightedSumModel from, JudgementSwap swap, double share)
    {
        var scores = Enumerable.Range(0, from.Alternatives).SelectMany(alternative => from.Scores(alternative).ToArray()).ToArray();
        var value = swap.From + (share * swap.Change);
        scores[(swap.Alternative * from.Criteria) + swap.Criterion] = new JudgedScore(value, value, value);
        return new WeightedSumModel(from.Weights, scores);
    }
}
