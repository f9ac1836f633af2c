using Weerbaar.Analysis.OtherAggregations;

namespace Weerbaar.Analysis.Scales;

/// <summary>How the classes of the criteria become one overall impact.</summary>
public enum AggregationRule
{
    /// <summary>V = Σ wᵢ · v(classᵢ), with Σ wᵢ = 1.</summary>
    WeightedSum,

    /// <summary>The highest value of all criteria; weights play no part.</summary>
    Maximum,

    /// <summary>The amounts of money of all criteria added up; weights play no part.</summary>
    MonetisedSum,

    /// <summary>The overall class is given; no rule has been published that derives it.</summary>
    GivenDirectly,

    /// <summary>V = Π v(classᵢ)^wᵢ, with Σ wᵢ = 1; "not applicable" counts as one class below the lowest.</summary>
    WeightedProduct,

    /// <summary>
    /// The medal table: more criteria in the highest class come first, then in the next, and so on; weights play no part.
    /// V is the mean of values with a base above the number of criteria, which puts scenarios in that order.
    /// </summary>
    Medal,

    /// <summary>ELECTRE TRI-B: the class that enough weight says the scenario reaches, and no criterion vetoes.</summary>
    ElectreTri,
}

/// <summary>The rule of an edition with where it comes from.</summary>
public sealed record OverallRule(AggregationRule Rule, Provenance Provenance)
{
    /// <summary>How classes are found by outranking; with <see cref="AggregationRule.ElectreTri"/> only.</summary>
    public Outranking? Outranking { get; init; }

    /// <summary>Weights play a part.</summary>
    public bool Weighs => Rule is AggregationRule.WeightedSum or AggregationRule.WeightedProduct or AggregationRule.ElectreTri;

    /// <summary>The rule names the class of a scenario; its value only stands for that class.</summary>
    public bool FindsClass => Rule is AggregationRule.ElectreTri or AggregationRule.Maximum or AggregationRule.GivenDirectly;

    /// <summary>A reader may take another value function than the edition's.</summary>
    public bool TakesOtherValues => Rule is AggregationRule.WeightedSum or AggregationRule.WeightedProduct or AggregationRule.Maximum;

    /// <summary>The overall value is a sum over the criteria: of their values or, in a product, of the logarithms of these.</summary>
    public bool Adds => Rule is AggregationRule.WeightedSum or AggregationRule.WeightedProduct or AggregationRule.MonetisedSum or AggregationRule.Medal;
}
