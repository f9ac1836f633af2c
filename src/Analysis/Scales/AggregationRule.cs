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
}

/// <summary>The rule of an edition with where it comes from.</summary>
public sealed record OverallRule(AggregationRule Rule, Provenance Provenance);
