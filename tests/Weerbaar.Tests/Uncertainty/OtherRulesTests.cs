using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Tests.Assessment;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Uncertainty;

public sealed class OtherRulesTests
{
    private static readonly string ranges = JudgedRound.Yaml(["s1", "s2", "s3"]);

    private static readonly string certain = JudgedRound.Yaml(["s1", "s2", "s3"], [Same("BXBBCBABBB"), Same("EXEEEEEECC"), Same("DDDDDDDDCC")]);

    public static TheoryData<string> Rules => [OtherRules.Product, OtherRules.Medal, OtherRules.Outranking];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Certain_judgements_and_known_weights_give_the_single_outcome_for_certain(string rule)
    {
        var model = Model(rule, certain);

        var result = RoundUncertainty.Compute(model, new RunOptions { Samples = 1000 });

        foreach (var (i, scenario) in result.Scenarios.Index())
        {
            scenario.Impact.Q50.ShouldBe(model.Impacts[i].Best, 1e-5);
            result.Ranks.RankAcceptability[i][scenario.Rank - 1].ShouldBe(1);
            scenario.Bands[model.Impacts[i].Band!.Level].ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_figure_of_a_run_can_be_asked_for_with_weights_unknown_too(string rule)
    {
        var weights = rule == OtherRules.Medal ? null : WeightChoice.Unknown;
        var model = Model(rule, ranges, weights, withinClass: true);
        var result = RoundUncertainty.Compute(model, new RunOptions { Samples = 4000, Weights = weights });

        result.Scenarios.ShouldAllBe(s => s.Impact.Q05 <= s.Impact.Q50 && s.Impact.Q50 <= s.Impact.Q95 && s.Impact.Q05 >= 0 && s.Impact.Q95 <= 1);
        result.Scenarios.ShouldAllBe(s => Math.Abs(s.Bands.Sum() - 1) < 1e-9);
        new Questions(model, 1).All().ShouldAllBe(q => q.Worth >= 0);
        WhatExplains.Of(model, 0, 1, 1).ShouldNotBeEmpty();
        UncertaintyTables.Names.Except(["explained"]).ShouldAllBe(name => UncertaintyTables.Csv(name, result, default)!.Length > 0);
        SipLibrary.Read(SipMath.Write(result, id => id, new DateOnly(2026, 11, 22), default)).Sips.Count.ShouldBe(3);
    }

    [Fact]
    public void In_a_product_the_weights_found_make_both_level()
    {
        var model = Model(OtherRules.Product, certain);

        var line = new Overturn(model).Neighbours().First(l => l.Weights is not null);

        var moved = model.Reference.Weights.Weights.ToDictionary(w => w.Key, w => line.Weights!.Moves.FirstOrDefault(m => m.Criterion == w.Key)?.To ?? w.Value);
        var calculation = new ImpactCalculation(model.Edition, null, CriterionWeights.Of(model.Edition, moved));
        double Of(string id) => calculation.Of(model.Scenarios.First(s => s.Id == id).Judgements).Best;
        Of(line.AboveId).ShouldBe(Of(line.BelowId), 1e-7);
    }

    [Fact]
    public void In_a_maximum_an_answer_is_worth_what_all_answers_written_out_say()
    {
        var judged = JudgedRound.Yaml(["s1", "s2"], [("XXXXXXXXBC", "XXXXXXXXBD", "XXXXXXXXBE"), ("DXXXXXXXXX", "DXXXXXXXXX", "DXXXXXXXXX")]);
        var model = Model("rule: maximum", judged);

        // C, D or E with 1 : 2 : 1, against D for certain: the mean of the one is 1/36 + 1/6 + 1/4.
        var mean = (1.0 / 36) + (1.0 / 6) + 0.25;
        new Questions(model, 1).All()[0].Worth.ShouldBe((0.75 / 3) + 0.25 - mean, 1e-12);
    }

    [Fact]
    public void In_outranking_unknown_weights_make_the_class_uncertain()
    {
        var model = Model(OtherRules.Outranking, certain, WeightChoice.Unknown);

        var result = RoundUncertainty.Compute(model, new RunOptions { Samples = 4000, Weights = WeightChoice.Unknown });

        result.Scenarios.Count(s => s.Bands.Max() < 1).ShouldBeGreaterThan(0);
        model.Criteria.ShouldBe([RoundModel.OnlyOverall]);
    }

    [Fact]
    public void The_value_of_a_product_within_classes_has_the_mean_of_its_logarithms()
    {
        var model = Model(OtherRules.Product, certain, withinClass: true);

        var drawn = ValueSamples.Draw(model.Input.Numbers, 20_000, 1)[1];

        // E counts from half a class below to its own value, evenly on the logarithmic axis; C half a class to both sides.
        drawn.Average().ShouldBe(Math.Log(3) * (((7 * -0.25) + (2 * -2) - 5) / 10), 0.01);
    }

    private static (string, string, string) Same(string letters) => (letters, letters, letters);

    private static RoundModel Model(string rule, string yaml, string? weights = null, bool withinClass = false)
    {
        var (edition, judged) = (OtherRules.Edition(rule), JudgedRound.Model(yaml));
        return new(edition, WeightChoice.Read(edition.Edition, weights), edition.Edition.Value, withinClass, judged.Scenarios);
    }
}
