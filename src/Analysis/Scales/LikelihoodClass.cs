using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Scales;

/// <summary>A class of likelihood: the probability over the horizon from one bound up to the next.</summary>
/// <param name="Level">1 for the least likely class.</param>
/// <param name="Hazard">What the class means for a hazard, in words.</param>
/// <param name="Malicious">What the class means for a malicious threat, in words.</param>
public sealed record LikelihoodClass(
    string Id, Words Label, int Level, Probability From, Probability To,
    IReadOnlyList<SubLevel> SubLevels, Words? Hazard = null, Words? Malicious = null)
{
    /// <summary>The middle of the class on a logarithmic axis.</summary>
    public Probability Middle => Probability.MiddleOf(From, To);

    /// <summary>The highest sub-level, or null when the class has none.</summary>
    public SubLevel? Highest => SubLevels is [.., var highest] ? highest : null;
}
