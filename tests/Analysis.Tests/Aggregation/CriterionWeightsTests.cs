using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Aggregation;

public class CriterionWeightsTests
{
    private static readonly MethodEdition edition = SmallEdition.Edition;

    [Fact]
    public void Equal_per_interest_splits_each_interest_over_its_criteria()
    {
        var weights = CriterionWeights.EqualPerInterest(edition).Weights;
        weights["1.1"].ShouldBe(0.1, 1e-15);
        weights["2.3"].ShouldBe(0.2 / 3, 1e-15);
        weights["3.1"].ShouldBe(0.2, 1e-15);
        weights.Values.Sum().ShouldBe(1, 1e-14);
    }

    [Fact]
    public void Own_weights_are_scaled_to_add_up_to_1()
    {
        var weights = CriterionWeights.Of(edition, All(3));
        weights.Weights.Values.ShouldAllBe(w => Math.Abs(w - 0.1) < 1e-15);
        CriterionWeights.Of(edition, All(double.MaxValue)).Weights["1.1"].ShouldBe(0.1, 1e-15);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_below_0_or_without_end_is_refused(double weight)
    {
        var weights = All(1);
        weights["2.1"] = weight;
        Refusal(weights).ShouldContain("2.1");
    }

    [Fact]
    public void Weights_that_sum_to_0_are_refused() => Refusal(All(0)).ShouldContain("sum to 0");

    [Fact]
    public void A_criterion_without_a_weight_and_a_weight_without_a_criterion_are_refused()
    {
        var weights = All(1);
        weights.Remove("2.1");
        Refusal(weights).ShouldContain("2.1 has no weight");
        var more = All(1);
        more["9.9"] = 1;
        Refusal(more).ShouldContain("no criterion 9.9");
    }

    [Fact]
    public void A_profile_of_the_edition_is_found_by_its_id()
    {
        var profile = new WeightProfile("hierarchist", Words.Same("h"), All(2), SmallEdition.Known);
        CriterionWeights.Find(edition with { Profiles = [profile] }, "hierarchist")!.Weights["1.1"].ShouldBe(0.1, 1e-15);
        CriterionWeights.Find(edition, "hierarchist").ShouldBeNull();
    }

    private static string Refusal(Dictionary<string, double> weights) =>
        Should.Throw<MethodInputException>(() => CriterionWeights.Of(edition, weights)).Message;

    private static Dictionary<string, double> All(double weight) => edition.Criteria.ToDictionary(c => c.Id, _ => weight);
}
