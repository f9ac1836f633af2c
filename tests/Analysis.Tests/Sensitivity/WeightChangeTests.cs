using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Sensitivity;

namespace Weerbaar.Analysis.Tests.Sensitivity;

public sealed class WeightChangeTests
{
    [Theory]
    [InlineData(WeightDistance.Total, 1 / 3.0)]
    [InlineData(WeightDistance.Euclidean, 0.23570226039551584)]
    [InlineData(WeightDistance.Largest, 1 / 6.0)]
    public void Two_criteria_swap_where_computed_by_hand(WeightDistance distance, double size)
    {
        var swap = SmallestWeightChange.Find(Model([.5, .5], [.6, .2], [.2, .4]), 0, 1, distance)!;

        swap.Weights.ShouldBe([1 / 3.0, 2 / 3.0], 1e-12);
        swap.Size.ShouldBe(size, 1e-12);
    }

    [Theory]
    [InlineData(WeightDistance.Total, 1 / 3.0)]
    [InlineData(WeightDistance.Euclidean, 0.20412414523193154)]
    [InlineData(WeightDistance.Largest, 1 / 6.0)]
    public void Three_criteria_swap_where_computed_by_hand(WeightDistance distance, double size) =>
        SmallestWeightChange.Find(Model([1, 1, 1], [.4, .5, .1], [.1, .2, .4]), 1, 0, distance)!.Size.ShouldBe(size, 1e-12);

    [Fact]
    public void No_weights_swap_an_alternative_that_is_nowhere_higher() =>
        SmallestWeightChange.Find(Model([.5, .5], [.6, .4], [.2, .4]), 0, 1, WeightDistance.Total).ShouldBeNull();

    [Fact]
    public void Alternatives_that_are_level_need_no_change() =>
        SmallestWeightChange.Find(Model([.5, .5], [.6, .2], [.2, .6]), 0, 1, WeightDistance.Euclidean)!.Size.ShouldBe(0);

    [Theory]
    [InlineData(WeightDistance.Total)]
    [InlineData(WeightDistance.Euclidean)]
    [InlineData(WeightDistance.Largest)]
    public void The_change_swaps_one_percent_further_and_not_one_percent_less(WeightDistance distance) => Check(distance, (model, swap) =>
    {
        var (less, more) = (Along(model, swap, 0.99), Along(model, swap, 1.01));
        return Math.Sign(less) == Math.Sign(model.Lead(0, 1)) && Math.Sign(more) == -Math.Sign(model.Lead(0, 1));
    });

    [Theory]
    [InlineData(WeightDistance.Total)]
    [InlineData(WeightDistance.Euclidean)]
    [InlineData(WeightDistance.Largest)]
    public void The_weights_found_are_weights_at_which_both_are_level(WeightDistance distance) => Check(distance, (model, swap) =>
        swap.Weights.All(weight => weight >= 0) && Math.Abs(swap.Weights.Sum() - 1) < 1e-12 && Math.Abs(Along(model, swap, 1)) < 1e-12);

    [Theory]
    [InlineData(WeightDistance.Total)]
    [InlineData(WeightDistance.Euclidean)]
    [InlineData(WeightDistance.Largest)]
    public void No_weights_nearer_by_swap_them(WeightDistance distance) => Check(distance, (model, swap) =>
    {
        var draws = new Draws(99);
        return Enumerable.Range(0, 300).All(_ =>
        {
            var target = draws.Simplex(model.Criteria).Select((weight, i) => (0.3 * weight) + (0.7 * swap.Weights[i])).ToArray();
            var change = target.Select((weight, i) => weight - model.Weights[i]).ToArray();
            var share = Math.Min(1, 0.999 * swap.Size / Size(change, distance));
            var lead = change.Select((step, i) => (model.Weights[i] + (share * step)) * Difference(model, i)).Sum();
            return Math.Sign(lead) == Math.Sign(model.Lead(0, 1));
        });
    });

    private static void Check(WeightDistance distance, Func<WeightedSumModel, WeightSwap, bool> law) =>
        Prop.ForAll(Draws.Models, model =>
                Math.Abs(model.Lead(0, 1)) < 1e-6 || SmallestWeightChange.Find(model, 0, 1, distance) is not { } swap || law(model, swap))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static double Along(WeightedSumModel model, WeightSwap swap, double share) =>
        swap.Weights.Select((weight, i) => (model.Weights[i] + (share * (weight - model.Weights[i]))) * Difference(model, i)).Sum();

    private static double Difference(WeightedSumModel model, int criterion) =>
        model.Scores(0)[criterion].Best - model.Scores(1)[criterion].Best;

    private static double Size(double[] change, WeightDistance distance) => distance switch
    {
        WeightDistance.Total => change.Sum(Math.Abs),
        WeightDistance.Euclidean => Math.Sqrt(change.Sum(step => step * step)),
        WeightDistance.Largest => change.Max(Math.Abs),
        _ => throw new ArgumentOutOfRangeException(nameof(distance)),
    };

    private static WeightedSumModel Model(double[] weights, params double[][] rows) =>
        new([.. weights.Select(weight => weight / weights.Sum())], [.. rows.SelectMany(row => row).Select(value => new JudgedScore(value, value, value))]);
}
