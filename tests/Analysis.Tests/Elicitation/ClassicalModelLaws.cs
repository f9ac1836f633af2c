using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.Analysis.Tests.Elicitation;

public sealed class ClassicalModelLaws
{
    private static readonly Arbitrary<(Panel Panel, WeightRule Rule)> panels = Arb.From(
        from experts in Gen.Choose(1, 8)
        from seeds in Gen.Choose(1, 9)
        from seed in Gen.Choose(1, int.MaxValue)
        from rule in Gen.Elements(WeightRule.Global, WeightRule.Item, WeightRule.Equal)
        select (SyntheticPanel.Of(experts, seeds, (ulong)seed), rule));

    [Fact]
    public void The_order_of_experts_and_questions_changes_nothing() => Check((panel, rule) =>
    {
        var (whole, turned) = (Solve(panel, rule), Solve(Reversed(panel), rule));
        return Near(whole.DecisionMaker, turned.DecisionMaker)
            && whole.Experts.Zip(turned.Experts.Reverse()).All(pair => Near(pair.First.Score, pair.Second.Score) && Near(pair.First.NormalisedWeight, pair.Second.NormalisedWeight))
            && whole.Questions.Zip(turned.Questions.Reverse()).All(pair => pair.First.Quantiles.Zip(pair.Second.Quantiles).All(q => Near(q.First, q.Second)));
    });

    [Fact]
    public void Weights_sum_to_one() => Check((panel, rule) =>
    {
        var result = Solve(panel, rule);
        return Near(result.Experts.Sum(expert => expert.NormalisedWeight), 1)
            && result.Questions.All(question => Near(question.Weights.Sum(), 1));
    });

    [Fact]
    public void Another_unit_for_a_question_changes_no_score() => Check((panel, rule) =>
    {
        var (before, after) = (Solve(panel, rule), Solve(InOtherUnits(panel, 4, 32), rule));
        return Near(before.DecisionMaker, after.DecisionMaker)
            && before.Experts.Zip(after.Experts).All(pair => Near(pair.First.Score, pair.Second.Score));
    });

    [Fact]
    public void The_decision_makers_quantiles_rise_between_the_bounds() => Check((panel, rule) =>
        Solve(panel, rule).Questions.All(question =>
            question.Quantiles.Prepend(question.Lower).Zip(question.Quantiles.Append(question.Upper)).All(pair => pair.First < pair.Second)));

    [Fact]
    public void Each_quantile_of_the_decision_maker_lies_between_those_of_the_experts() => Check((panel, rule) =>
        Solve(panel, rule).Questions.Select((question, index) => (question, index)).All(item => Enumerable.Range(0, 3).All(level =>
        {
            var given = Enumerable.Range(0, panel.Experts.Count).Select(expert => panel.Answer(item.index, expert)[level]).ToArray();
            return item.question.Quantiles[level] >= given.Min() - 1e-9 && item.question.Quantiles[level] <= given.Max() + 1e-9;
        })));

    private static void Check(Func<Panel, WeightRule, bool> law) =>
        Prop.ForAll(panels, item => law(item.Panel, item.Rule)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static ClassicalModelResult Solve(Panel panel, WeightRule rule) =>
        ClassicalModel.Solve(panel, new ClassicalModelOptions { Rule = rule });

    private static Panel Reversed(Panel panel)
    {
        var answers = from question in Enumerable.Range(0, panel.Questions.Count).Reverse()
                      from expert in Enumerable.Range(0, panel.Experts.Count).Reverse()
                      from value in panel.Answer(question, expert).ToArray()
                      select value;
        return new Panel(panel.Levels, [.. panel.Experts.Reverse()], [.. panel.Questions.Reverse()], answers.ToArray());
    }

    private static Panel InOtherUnits(Panel panel, double factor, double shift)
    {
        var answers = from question in Enumerable.Range(0, panel.Questions.Count)
                      from expert in Enumerable.Range(0, panel.Experts.Count)
                      from value in panel.Answer(question, expert).ToArray()
                      select (value * factor) + shift;
        return new Panel(panel.Levels, panel.Experts, [.. panel.Questions.Select(question => question with { Realisation = (question.Realisation * factor) + shift })], answers.ToArray());
    }

    private static bool Near(PerformanceScore one, PerformanceScore other) =>
        Near(one.Calibration, other.Calibration) && Near(one.InformationSeed, other.InformationSeed) && Near(one.InformationAll, other.InformationAll);

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * (1 + Math.Abs(one));
}
