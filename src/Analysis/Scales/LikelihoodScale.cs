using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Scales;

/// <summary>The likelihood classes of an edition, from unlikely to likely, without gaps, over a horizon in years.</summary>
public sealed record LikelihoodScale
{
    /// <summary>In years; null when the edition gives hazards no probability.</summary>
    public required double? HazardHorizonYears { get; init; }

    /// <summary>In years; null when the edition gives malicious threats no probability.</summary>
    public required double? MaliciousHorizonYears { get; init; }

    public required Provenance HorizonProvenance { get; init; }

    public required IReadOnlyList<LikelihoodClass> Classes { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Null when there are no sub-levels.</summary>
    public Provenance? SubLevelProvenance { get; init; }

    public IReadOnlyList<VulnerabilityLevel> Vulnerability { get; init; } = [];

    public Provenance? VulnerabilityProvenance { get; init; }

    /// <summary>The lowest probability the scale draws: what "below" in the lowest class is taken to end at.</summary>
    public Probability Floor => Classes[0].From;

    /// <summary>The highest probability the scale draws.</summary>
    public Probability Cap => Classes[^1].To;

    /// <summary>Every class and sub-level that can be chosen, from unlikely to likely.</summary>
    public IEnumerable<LikelihoodLevel> Levels =>
        Classes.SelectMany(c => c.SubLevels.Select(s => new LikelihoodLevel(c, s)).Prepend(new(c, null)));

    /// <exception cref="MethodInputException">The edition has no probabilities for this nature.</exception>
    public double HorizonYears(Nature nature) =>
        (nature == Nature.Hazard ? HazardHorizonYears : MaliciousHorizonYears) ?? throw new MethodInputException("likelihood", new(
            "Deze methode kent hiervoor geen waarschijnlijkheid in getallen.",
            "This edition has no probabilities for " + (nature == Nature.Hazard ? "hazards." : "malicious threats.")));

    /// <summary>The class a probability over the horizon falls in. On a bound it is the higher class; outside the scale the nearest.</summary>
    public LikelihoodClass ClassOf(Probability probability) =>
        Classes.FirstOrDefault(c => probability < c.To) ?? Classes[^1];

    /// <summary>The class a probability over the horizon falls in, and where it has sub-levels the one of those.</summary>
    public LikelihoodLevel LevelOf(Probability probability)
    {
        var found = ClassOf(probability);
        return new(found, found.SubLevels.FirstOrDefault(s => probability < s.To) ?? found.Highest);
    }

    /// <summary>The class or sub-level written as <c>C</c>, <c>C-high</c> or <c>c-hoog</c>, or null.</summary>
    public LikelihoodLevel? Find(string written) => Levels.FirstOrDefault(l => l.IsWritten(written));

    /// <summary>The level of a malicious threat once the vulnerability of its target is taken into account.</summary>
    public LikelihoodLevel Adjust(LikelihoodLevel level, VulnerabilityLevel vulnerability) => vulnerability.Effect switch
    {
        VulnerabilityEffect.Unchanged => level,
        VulnerabilityEffect.TopOfClass => new(level.Class, level.Class.Highest),
        VulnerabilityEffect.OneDown => OneDown(level),
        _ => throw new ArgumentOutOfRangeException(nameof(vulnerability)),
    };

    private LikelihoodLevel OneDown(LikelihoodLevel level)
    {
        var below = level.Class.Level > 1 ? Classes[level.Class.Level - 2] : null;
        if (level.SubLevel is null)
        {
            return below is null ? level : new(below, null);
        }

        var index = level.Class.SubLevels.IndexOf(level.SubLevel);
        return index > 0 ? new(level.Class, level.Class.SubLevels[index - 1])
            : below is null ? level
            : new(below, below.Highest);
    }
}
