using Weerbaar.Analysis.OtherAggregations;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>
/// Turns the judgements of a scenario into its overall impact, by the rule of an edition.
/// Lower, best and upper are each taken over all criteria at once: the range is that of the most and least harm judged possible, not a confidence interval.
/// Deterministic, and independent of the order of the criteria to the last bit.
/// </summary>
public sealed class ImpactCalculation
{
    /// <param name="value">Another value function than the edition's.</param>
    /// <param name="weights">Other weights than the edition's default.</param>
    /// <exception cref="MethodInputException">The edition's rule has no place for them.</exception>
    public ImpactCalculation(MethodEdition edition, ValueFunction? value = null, CriterionWeights? weights = null)
    {
        Edition = edition;
        Value = value ?? edition.Value;
        Weights = weights ?? CriterionWeights.Find(edition, edition.DefaultWeights)
            ?? throw new ArgumentException($"Edition {edition.Id} names default weights it does not have.", nameof(edition));
        RefuseWhatHasNoPlace(value is not null, weights);
    }

    public MethodEdition Edition { get; }

    public ValueFunction Value { get; }

    public CriterionWeights Weights { get; }

    private ImpactScale Scale => Edition.Impact;

    /// <summary>The overall impact of a judgement for every criterion of the edition.</summary>
    /// <exception cref="MethodInputException">A criterion is missing or unknown, or the edition has no rule to derive the overall impact.</exception>
    public OverallImpact Of(IReadOnlyDictionary<string, Judgement> judgements)
    {
        Check(judgements);
        if (Edition.Overall.Outranking is { } rule)
        {
            return Given(new Judgement(Assigned(rule, judgements, j => j.Lower), Assigned(rule, judgements, j => j.Best), Assigned(rule, judgements, j => j.Upper)));
        }

        return Banded(Aggregate(judgements, j => j.Lower), Aggregate(judgements, j => j.Best), Aggregate(judgements, j => j.Upper));
    }

    /// <summary>The overall impact when the overall class itself is given; its value is the one that stands for the class.</summary>
    public OverallImpact Given(Judgement overall) => new(
        Representative(overall.Lower), Representative(overall.Best), Representative(overall.Upper),
        overall.Lower, overall.Best, overall.Upper);

    private OverallImpact Banded(double lower, double best, double upper) => new(lower, best, upper, Band(lower), Band(best), Band(upper));

    private ImpactClass? Band(double value) => Edition.Bands?.Of(value, Value, Scale);

    private double Representative(ImpactClass given) =>
        Edition.Bands?.Representative(given, Value, Scale) ?? Value.Of(given.Level, Scale.Top);

    private ImpactClass Assigned(Outranking rule, IReadOnlyDictionary<string, Judgement> judgements, Func<Judgement, ImpactClass> end) =>
        Scale.At(rule.Assign(
            rule.Sorter(Edition.Criteria.Count, Scale.Top),
            [.. Edition.Criteria.Select(c => (double)end(judgements[c.Id]).Level)],
            [.. Edition.Criteria.Select(c => Weights.Weights[c.Id])]));

    private double Aggregate(IReadOnlyDictionary<string, Judgement> judgements, Func<Judgement, ImpactClass> end)
    {
        double Of(string criterion) => Value.Of(end(judgements[criterion]).Level, Scale.Top);
        return Edition.Overall.Rule switch
        {
            AggregationRule.WeightedSum => Math.Min(1, SortedSum.Of(Edition.Criteria.Select(c => Weights.Weights[c.Id] * Of(c.Id)))),
            AggregationRule.Maximum => Edition.Criteria.Max(c => Of(c.Id)),
            AggregationRule.MonetisedSum => SortedSum.Of(Edition.Criteria.Select(c => Of(c.Id))),
            AggregationRule.Medal => SortedSum.Of(Edition.Criteria.Select(c => Of(c.Id))) / Edition.Criteria.Count,
            AggregationRule.WeightedProduct => Edition.Criteria.Any(c => Weights.Weights[c.Id] > 0 && end(judgements[c.Id]).Applies) ? Product(Of) : 0,
            AggregationRule.GivenDirectly => throw Refused("overall",
                $"{Edition.Id} heeft geen gepubliceerde regel voor het totaaloordeel: geef de klasse zelf.",
                $"{Edition.Id} has no published rule for the overall impact: give the overall class itself."),
            _ => throw new InvalidOperationException($"Edition {Edition.Id} has an unknown rule."),
        };
    }

    private double Product(Func<string, double> of) => WeightedProduct.Of(
        [.. Edition.Criteria.Select(c => Math.Max(of(c.Id), Value.BelowLowest(Scale.Top)))], [.. Edition.Criteria.Select(c => Weights.Weights[c.Id])]);

    private void Check(IReadOnlyDictionary<string, Judgement> judgements)
    {
        var missing = Edition.Criteria.Where(c => !judgements.ContainsKey(c.Id)).Select(c => c.Id).ToList();
        if (missing.Count > 0)
        {
            var list = string.Join(", ", missing);
            throw Refused(missing[0], $"Geen oordeel voor {list}.", $"No judgement for {list}.");
        }

        if (judgements.Keys.FirstOrDefault(id => Edition.FindCriterion(id) is null) is { } unknown)
        {
            throw Refused(unknown, $"{Edition.Id} heeft geen criterium {unknown}.", $"{Edition.Id} has no criterion {unknown}.");
        }
    }

    private void RefuseWhatHasNoPlace(bool otherValue, CriterionWeights? weights)
    {
        if (otherValue && !Edition.Overall.TakesOtherValues)
        {
            throw Refused("value-function",
                $"{Edition.Id} laat geen andere waardefunctie toe.",
                $"{Edition.Id} allows no other value function: its overall impact is {Overall(Edition.Overall.Rule)}.");
        }

        if (!Edition.Overall.Weighs && weights is not null && weights.Id != CriterionWeights.PerCriterion)
        {
            throw Refused("weights",
                $"In {Edition.Id} spelen gewichten geen rol.",
                $"Weights play no part in {Edition.Id}: leave them out.");
        }
    }

    private static string Overall(AggregationRule rule) => rule switch
    {
        AggregationRule.MonetisedSum => "a sum of money",
        AggregationRule.Medal => "a medal table",
        AggregationRule.ElectreTri => "a class found by outranking",
        _ => "given directly",
    };

    private static MethodInputException Refused(string field, string nl, string en) => new(field, new(nl, en));
}
