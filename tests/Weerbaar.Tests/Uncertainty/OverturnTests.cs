using Weerbaar.Analysis.Aggregation;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Uncertainty;

public sealed class OverturnTests
{
    [Fact]
    public void A_judgement_that_is_named_overturns_and_one_class_less_does_not()
    {
        var lines = Enumerable.Range(0, 20).Select(seed => JudgedRound.Drawn(seed)).SelectMany(m => new Overturn(m).Neighbours().Select(line => (Model: m, Line: line)))
            .Where(l => l.Line is { Judgement: not null, Lead: > 0 }).ToList();

        lines.Count.ShouldBeGreaterThan(40);
        foreach (var (model, line) in lines)
        {
            var (above, below) = (Place(model, line.AboveId), Place(model, line.BelowId));
            var (scenario, change, scale) = (Place(model, line.Judgement!.ScenarioId), line.Judgement, model.Edition.Impact);
            var direction = Math.Sign(scale.Find(change.To)!.Level - scale.Find(change.From)!.Level);
            Lead(change.To).ShouldBeLessThan(0);
            Lead(scale.At(scale.Find(change.To)!.Level - direction).Id).ShouldBeGreaterThanOrEqualTo(0);

            double Lead(string to) => With(model, above, scenario, change.Criterion, to) - With(model, below, scenario, change.Criterion, to);
        }
    }

    [Fact]
    public void Where_no_judgement_is_named_no_single_one_overturns()
    {
        var none = Enumerable.Range(0, 40).Select(seed => JudgedRound.Drawn(seed)).SelectMany(m => new Overturn(m).Neighbours().Select(line => (Model: m, Line: line)))
            .Where(l => l.Line is { Judgement: null, Lead: > 0 }).ToList();

        none.Count.ShouldBeGreaterThan(0);
        foreach (var (model, line) in none)
        {
            var (above, below) = (Place(model, line.AboveId), Place(model, line.BelowId));
            foreach (var (scenario, criterion, to) in from s in new[] { above, below } from c in JudgedRound.Criteria from l in "XABCDE" select (s, c, $"{l}"))
            {
                (With(model, above, scenario, criterion, to) - With(model, below, scenario, criterion, to)).ShouldBeGreaterThanOrEqualTo(0);
            }
        }
    }

    [Fact]
    public void The_weights_that_are_named_lie_on_the_border()
    {
        foreach (var (model, line) in Enumerable.Range(0, 20).Select(seed => JudgedRound.Drawn(seed)).SelectMany(m => new Overturn(m).Neighbours().Select(l => (m, l))).Where(l => l.l is { Weights: not null, Lead: > 1e-6 }))
        {
            Lead(1.01).ShouldBeLessThan(0);
            Lead(0.99).ShouldBeGreaterThan(0);
            line.Weights!.Moves.Sum(m => m.To - m.From).ShouldBe(0, 1e-9);

            double Lead(double part)
            {
                var weights = model.Edition.Criteria.ToDictionary(c => c.Id, c => line.Weights!.Moves.FirstOrDefault(m => m.Criterion == c.Id) is { } move
                    ? Math.Max(0, move.From + (part * (move.To - move.From)))
                    : model.Reference.Weights.Weights[c.Id]);
                var calculation = new ImpactCalculation(model.Edition, null, CriterionWeights.Of(model.Edition, weights));
                return calculation.Of(model.Scenarios[Place(model, line.AboveId)].Judgements).Best - calculation.Of(model.Scenarios[Place(model, line.BelowId)].Judgements).Best;
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_worth_of_a_question_is_what_the_best_choice_gains_over_all_answers(int chosen)
    {
        var model = JudgedRound.Drawn(5, scenarios: 4);
        var asked = new Questions(model, chosen).All();
        var numbers = model.Input.Numbers;
        double Mean(int s, int c) => numbers.Scores[(s * 10) + c].Mean;
        double Best(IEnumerable<double> values) => values.OrderDescending().Take(chosen).Sum();
        double[] means = [.. Enumerable.Range(0, 4).Select(s => Enumerable.Range(0, 10).Sum(c => 0.1 * Mean(s, c)))];

        asked.Count(q => q.Worth > 0).ShouldBeGreaterThan(0);
        foreach (var question in asked)
        {
            var (scenario, criterion) = (Place(model, question.ScenarioId), Array.IndexOf(JudgedRound.Criteria, question.Criterion));
            var expected = ClassScores.Masses(model.Scenarios[scenario].Judgements[question.Criterion]).Sum(m => m.Mass * Best(means.Select((mean, s) =>
                s == scenario ? mean + (0.1 * (model.Value.Of(m.Level, 5) - Mean(scenario, criterion))) : mean)));
            question.Worth.ShouldBe(expected - Best(means), 1e-12);
        }
    }

    private static int Place(RoundModel model, string id) => model.Scenarios.Index().First(s => s.Item.Id == id).Index;

    private static double With(RoundModel model, int of, int changed, string criterion, string to)
    {
        var judgements = new Dictionary<string, Judgement>(model.Scenarios[of].Judgements);
        if (of == changed)
        {
            judgements[criterion] = Judgement.Of(model.Edition.Impact.Find(to)!);
        }

        return model.Reference.Of(judgements).Best;
    }
}
