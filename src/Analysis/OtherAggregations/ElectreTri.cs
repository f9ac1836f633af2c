namespace Weerbaar.Analysis.OtherAggregations;

/// <summary>Thresholds of one criterion, in its unit: 0 ≤ indifference ≤ preference ≤ veto. An infinite veto never speaks.</summary>
public readonly record struct OutrankingThresholds(double Indifference, double Preference, double Veto = double.PositiveInfinity)
{
    /// <summary>They rise as they must, and only the veto may be infinite.</summary>
    public bool IsInOrder => Indifference >= 0 && Indifference <= Preference && Preference <= Veto && double.IsFinite(Preference);
}

/// <summary>
/// ELECTRE TRI-B: sorts an alternative into ordered bands by comparing it with the profiles between them. Criteria are
/// rising: a higher value means a higher band. Nothing is averaged away: a criterion can veto.
/// Source: W. Yu, ELECTRE TRI, thesis Paris-Dauphine 1992; V. Mousseau and R. Słowiński, Inferring an ELECTRE TRI model from
/// assignment examples, Journal of Global Optimization 12 (1998). Allocates nothing per call, so it can be sampled
/// (SMAA-TRI: T. Tervonen and others, European Journal of Operational Research 192, 2009). Thread-safe.
/// </summary>
public sealed class ElectreTri
{
    private readonly double[] profiles;
    private readonly OutrankingThresholds[] thresholds;

    /// <param name="thresholds">One per criterion.</param>
    /// <param name="profiles">
    /// Lower bounds of all bands but the lowest, in the order profile (lowest first), criterion; each at least as high as the
    /// one before on every criterion. One profile makes two bands.
    /// </param>
    public ElectreTri(ReadOnlySpan<OutrankingThresholds> thresholds, ReadOnlySpan<double> profiles)
    {
        this.thresholds = thresholds.ToArray();
        this.profiles = profiles.ToArray();
        if (thresholds.IsEmpty || profiles.IsEmpty || profiles.Length % thresholds.Length != 0)
        {
            throw new ArgumentException("There must be at least one criterion and one profile, and a value of every profile on every criterion.");
        }

        if (!this.thresholds.All(threshold => threshold.IsInOrder))
        {
            throw new ArgumentException("Thresholds must satisfy 0 ≤ indifference ≤ preference ≤ veto.", nameof(thresholds));
        }

        for (var i = 0; i < this.profiles.Length; i++)
        {
            if (!double.IsFinite(this.profiles[i]) || (i >= Criteria && this.profiles[i] < this.profiles[i - Criteria]))
            {
                throw new ArgumentException("Profiles must be finite and must not fall from one to the next.", nameof(profiles));
            }
        }
    }

    public int Criteria => thresholds.Length;

    /// <summary>Number of bands: one more than there are profiles.</summary>
    public int Bands => (profiles.Length / Criteria) + 1;

    /// <summary>Values of a profile, 0 being the one between the two lowest bands.</summary>
    public ReadOnlySpan<double> Profile(int profile) => profiles.AsSpan(profile * Criteria, Criteria);

    /// <summary>
    /// Credibility in [0, 1] of "one is at least as good as the other": weighted concordance, weakened by each criterion whose
    /// discordance exceeds it: σ = C · Π (1 − d_j) / (1 − C).
    /// </summary>
    /// <param name="one">Values on the criteria.</param>
    /// <param name="other">Values on the criteria.</param>
    /// <param name="weights">Weights, 0 or more, summing to 1.</param>
    public double Credibility(ReadOnlySpan<double> one, ReadOnlySpan<double> other, ReadOnlySpan<double> weights)
    {
        if (one.Length != Criteria || other.Length != Criteria || weights.Length != Criteria)
        {
            throw new ArgumentException("There must be a value and a weight for every criterion.");
        }

        var concordance = 0.0;
        for (var criterion = 0; criterion < weights.Length; criterion++)
        {
            concordance += weights[criterion] * Concordance(other[criterion] - one[criterion], thresholds[criterion]);
        }

        var credibility = concordance;
        for (var criterion = 0; criterion < weights.Length; criterion++)
        {
            var discordance = Discordance(other[criterion] - one[criterion], thresholds[criterion]);
            credibility *= discordance > concordance ? (1 - discordance) / (1 - concordance) : 1;
        }

        return credibility;
    }

    /// <summary>Careful rule: the highest band whose lower profile the alternative outranks; 0 is the lowest band.</summary>
    /// <param name="values">Values of the alternative on the criteria.</param>
    /// <param name="weights">Weights, 0 or more, summing to 1.</param>
    /// <param name="cut">Credibility from which an outranking holds, in [0.5, 1].</param>
    public int Pessimistic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double cut)
    {
        CheckCut(cut);
        for (var band = Bands - 1; band > 0; band--)
        {
            if (Reaches(Credibility(values, Profile(band - 1), weights), cut))
            {
                return band;
            }
        }

        return 0;
    }

    /// <summary>Generous rule: the band below the lowest profile that is strictly preferred to the alternative.</summary>
    /// <inheritdoc cref="Pessimistic" path="/param"/>
    public int Optimistic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double cut)
    {
        CheckCut(cut);
        for (var band = 0; band < Bands - 1; band++)
        {
            if (Reaches(Credibility(Profile(band), values, weights), cut) && !Reaches(Credibility(values, Profile(band), weights), cut))
            {
                return band;
            }
        }

        return Bands - 1;
    }

    private static void CheckCut(double cut)
    {
        if (!(cut is >= 0.5 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(cut), "The cut must lie between 0.5 and 1.");
        }
    }

    /// <summary>With slack against the rounding of a sum of weights: full agreement must reach a cut of 1.</summary>
    private static bool Reaches(double credibility, double cut) => credibility >= cut - 1e-12;

    private static double Concordance(double deficit, OutrankingThresholds thresholds) =>
        deficit <= thresholds.Indifference ? 1
        : deficit >= thresholds.Preference ? 0
        : (thresholds.Preference - deficit) / (thresholds.Preference - thresholds.Indifference);

    private static double Discordance(double deficit, OutrankingThresholds thresholds) =>
        deficit <= thresholds.Preference || double.IsPositiveInfinity(thresholds.Veto) ? 0
        : deficit >= thresholds.Veto ? 1
        : (deficit - thresholds.Preference) / (thresholds.Veto - thresholds.Preference);
}
