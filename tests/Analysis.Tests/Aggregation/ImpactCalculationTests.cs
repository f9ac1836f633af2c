using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.OtherAggregations;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Aggregation;

public class ImpactCalculationTests
{
    private static readonly MethodEdition edition = SmallEdition.Edition;

    private static readonly Arbitrary<int[]> levels = Arb.From(Gen.Choose(0, 5).ArrayOf(10));

    private static readonly Arbitrary<(int[] Levels, int[] Weights)> weighted = Arb.From(
        from l in Gen.Choose(0, 5).ArrayOf(10)
        from w in Gen.Choose(0, 1000).ArrayOf(10)
        where w.Any(x => x > 0)
        select (l, w));

    [Theory]
    [InlineData("D X E D C D C E B D", "equal-per-criterion", 0.3592592592592593, 0.2421, 0.68)]
    [InlineData("X B D D E C X D A C", "equal-per-criterion", 0.2271604938271605, 0.13211, 0.52)]
    [InlineData("D X E D C D C E B D", "equal-per-interest", 0.3098765432098765, 0.1794, 0.6666666666666667)]
    [InlineData("X C A A X B X C D D", "equal-per-interest", 0.0720164609053498, 0.0152133333333333, 0.3133333333333333)]
    public void The_weighted_sum_of_known_vectors(string classes, string weights, double base3, double base10, double linear)
    {
        foreach (var (function, expected) in new[] { ("base3", base3), ("base10", base10), ("linear", linear) })
        {
            var calculation = new ImpactCalculation(edition, ValueFunction.Find(function), CriterionWeights.Find(edition, weights));
            calculation.Of(Judgements(classes.Split(' '))).Best.ShouldBe(expected, 1e-12);
        }
    }

    [Fact]
    public void The_weighted_sum_equals_a_slow_plain_model() =>
        Prop.ForAll(weighted, x =>
        {
            var plain = 0m;
            for (var i = 0; i < 10; i++)
            {
                plain += x.Weights[i] / (decimal)x.Weights.Sum() * (x.Levels[i] == 0 ? 0m : 1m / (decimal)Math.Pow(3, 5 - x.Levels[i]));
            }

            return Math.Abs(Best(x.Levels, x.Weights) - (double)plain) < 1e-14;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_overall_impact_lies_between_0_and_1() =>
        Prop.ForAll(weighted, x => Best(x.Levels, x.Weights) is >= 0 and <= 1)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_higher_class_never_lowers_the_overall_impact() =>
        Prop.ForAll(weighted, Arb.From(Gen.Choose(0, 9)), (x, which) =>
        {
            var higher = x.Levels.ToArray();
            higher[which] = Math.Min(5, higher[which] + 1);
            return Best(higher, x.Weights) >= Best(x.Levels, x.Weights);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_order_of_criteria_does_not_matter_to_the_last_bit() =>
        Prop.ForAll(levels, x => BitConverter.DoubleToInt64Bits(Best(x)) == BitConverter.DoubleToInt64Bits(Best([.. x.Reverse()])))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Only_the_proportions_of_weights_matter() =>
        Prop.ForAll(weighted, x => Math.Abs(Best(x.Levels, x.Weights) - Best(x.Levels, x.Weights, 1e-9)) < 1e-14)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Lower_best_and_upper_rise_in_the_total() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 5).ArrayOf(30)), x =>
        {
            var judgements = edition.Criteria.Select((c, i) => (c.Id, Ends: x[(3 * i)..((3 * i) + 3)].Order().Select(SmallEdition.Scale.At).ToArray()))
                .ToDictionary(j => j.Id, j => new Judgement(j.Ends[0], j.Ends[1], j.Ends[2]));
            var total = new ImpactCalculation(edition).Of(judgements);
            return total.Lower <= total.Best && total.Best <= total.Upper && total.LowerBand! <= total.Band! && total.Band! <= total.UpperBand!;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("base3")]
    [InlineData("base10")]
    [InlineData("linear")]
    public void When_every_criterion_has_one_class_the_total_has_that_class(string function)
    {
        foreach (var given in SmallEdition.Scale.Choices)
        {
            var total = new ImpactCalculation(edition, ValueFunction.Find(function)).Of(Judgements([.. Enumerable.Repeat(given.Id, 10)]));
            total.Band.ShouldBe(given);
        }
    }

    [Fact]
    public void A_class_given_for_the_whole_keeps_its_class_and_gets_its_value()
    {
        var total = new ImpactCalculation(edition).Given(new(C("B"), C("C"), C("E")));
        (total.Lower, total.Best, total.Upper).ShouldBe((1.0 / 27, 1.0 / 9, 1.0));
        (total.LowerBand, total.Band, total.UpperBand).ShouldBe((C("B"), C("C"), C("E")));
    }

    [Fact]
    public void The_maximum_takes_the_highest_criterion()
    {
        var maximum = edition with { Overall = edition.Overall with { Rule = AggregationRule.Maximum } };
        new ImpactCalculation(maximum).Of(Judgements("A X B D A A A A A A".Split(' '))).Best.ShouldBe(1.0 / 3, 1e-15);
    }

    [Fact]
    public void A_sum_of_money_adds_and_bands_by_amount()
    {
        var money = edition with
        {
            Value = new MonetisedValue("EUR", [1, 10, 100, 1000, 10000]),
            Overall = edition.Overall with { Rule = AggregationRule.MonetisedSum },
            Bands = new(BandMeasure.Value, [50, 500, 5000, 50000], SmallEdition.Known),
        };
        var total = new ImpactCalculation(money).Of(Judgements("A B C X X X X X X E".Split(' ')));
        total.Best.ShouldBe(10111);
        total.Band!.Id.ShouldBe("D");
        new ImpactCalculation(money).Given(Judgement.Of(C("B"))).Best.ShouldBe(Math.Sqrt(50 * 500), 1e-9);
        Should.Throw<MethodInputException>(() => new ImpactCalculation(money, new LinearValue())).Message.ShouldContain("a sum of money");
        Should.Throw<MethodInputException>(() => new ImpactCalculation(money, null, CriterionWeights.EqualPerInterest(money))).Message.ShouldContain("Weights play no part");
    }

    [Fact]
    public void A_medal_table_puts_scenarios_in_the_order_of_their_medals()
    {
        var medal = new ImpactCalculation(edition with { Value = new ExponentialValue(11), Overall = edition.Overall with { Rule = AggregationRule.Medal } });
        Prop.ForAll(Arb.From(Gen.Choose(0, 5).ArrayOf(20)), all =>
        {
            var (one, other) = (all[..10], all[10..]);
            return Math.Sign(Of(medal, one).CompareTo(Of(medal, other))) == Math.Sign(Medal.Compare(Medal.Table(one, 5), Medal.Table(other, 5)));
        }).QuickCheckThrowOnFailure();
        Should.Throw<MethodInputException>(() => new ImpactCalculation(medal.Edition, new LinearValue())).Message.ShouldContain("a medal table");
    }

    [Fact]
    public void A_product_is_the_weighted_geometric_mean_and_what_is_not_applicable_counts_one_class_below_the_lowest()
    {
        var product = new ImpactCalculation(edition with { Overall = edition.Overall with { Rule = AggregationRule.WeightedProduct } });

        Of(product, [5, 5, 5, 5, 5, 0, 0, 0, 0, 0]).ShouldBe(Math.Pow(3, -2.5), 1e-12);
        Of(product, [5, 0, 5, 0, 5, 0, 5, 0, 5, 0]).ShouldBe(Of(product, [5, 5, 5, 5, 5, 0, 0, 0, 0, 0]));
        Of(product, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3]).ShouldBe(1.0 / 9, 1e-12);
        Of(product, new int[10]).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, "C", 3, 3, 3, 3, 3, 3, 1, 1, 1, 1)]
    [InlineData(true, "A", 3, 3, 3, 3, 3, 1, 1, 1, 1, 1)]
    [InlineData(true, "X", 0, 0, 0, 0, 0, 0, 0, 0, 0, 5)]
    [InlineData(false, "D", 5, 5, 5, 5, 5, 0, 0, 0, 0, 0)]
    [InlineData(true, "B", 5, 5, 5, 5, 5, 5, 5, 5, 5, 1)]
    public void Outranking_gives_the_class_that_enough_of_the_weight_reaches_and_nothing_vetoes(bool careful, string expected, params int[] levels)
    {
        var rule = new Outranking(0.6, careful, new(0, 0, levels[^1] == 1 && levels[0] == 5 ? 2 : double.PositiveInfinity));
        var outranking = edition with { Overall = edition.Overall with { Rule = AggregationRule.ElectreTri, Outranking = rule } };

        var total = new ImpactCalculation(outranking).Of(Judgements([.. levels.Select(l => SmallEdition.Scale.At(l).Id)]));

        total.Band.ShouldBe(C(expected));
        total.Best.ShouldBe(edition.Value.Of(C(expected).Level, 5));
    }

    [Fact]
    public void Without_a_published_rule_the_total_must_be_given()
    {
        var given = edition with { Overall = edition.Overall with { Rule = AggregationRule.GivenDirectly } };
        Should.Throw<MethodInputException>(() => new ImpactCalculation(given).Of(Judgements("A A A A A A A A A A".Split(' '))))
            .Message.ShouldContain("no published rule");
    }

    [Fact]
    public void A_missing_or_unknown_criterion_is_refused()
    {
        var calculation = new ImpactCalculation(edition);
        var judgements = Judgements("A A A A A A A A A A".Split(' '));
        Should.Throw<MethodInputException>(() => calculation.Of(judgements.Where(j => j.Key != "2.1").ToDictionary())).Message.ShouldBe("No judgement for 2.1.");
        Should.Throw<MethodInputException>(() => calculation.Of(judgements.Append(new("9.9", Judgement.Of(C("A")))).ToDictionary())).Message.ShouldContain("9.9");
    }

    [Fact]
    public void A_judgement_whose_ends_do_not_rise_is_refused()
    {
        Should.Throw<MethodInputException>(() => new Judgement(C("D"), C("C"), C("E"))).Message.ShouldContain("do not rise");
        Should.Throw<MethodInputException>(() => new Judgement(C("A"), C("C"), C("B")));
    }

    private static double Best(int[] levels, int[]? weights = null, double scale = 1)
    {
        var own = weights is null ? null : CriterionWeights.Of(edition, edition.Criteria.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => weights[c.i] * scale));
        return new ImpactCalculation(edition, null, own).Of(Judgements([.. levels.Select(l => SmallEdition.Scale.At(l).Id)])).Best;
    }

    private static double Of(ImpactCalculation calculation, int[] levels) => calculation.Of(Judgements([.. levels.Select(l => SmallEdition.Scale.At(l).Id)])).Best;

    private static Dictionary<string, Judgement> Judgements(string[] classes) =>
        edition.Criteria.Zip(classes).ToDictionary(j => j.First.Id, j => Judgement.Of(C(j.Second)));

    private static ImpactClass C(string id) => SmallEdition.Class(id);
}
