namespace Weerbaar.Analysis.Scales;

/// <summary>
/// An edition of the method: everything a national risk assessment needs to turn judgements into an overall impact and a likelihood.
/// It is data; nothing of it is fixed in code.
/// </summary>
public sealed record MethodEdition
{
    public required string Id { get; init; }

    public required Words Title { get; init; }

    public Words? Summary { get; init; }

    /// <summary>The day of the last change to this edition's data.</summary>
    public required DateOnly Version { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<Interest> Interests { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public required ImpactScale Impact { get; init; }

    public required LikelihoodScale Likelihood { get; init; }

    public required ValueFunction Value { get; init; }

    public required Provenance ValueProvenance { get; init; }

    /// <summary>The weights used when the caller names none: <c>equal-per-criterion</c>, <c>equal-per-interest</c> or a profile.</summary>
    public required string DefaultWeights { get; init; }

    /// <summary>The named profiles; empty when none has been published.</summary>
    public IReadOnlyList<WeightProfile> Profiles { get; init; } = [];

    public required Provenance WeightsProvenance { get; init; }

    public required OverallRule Overall { get; init; }

    /// <summary>Null when the edition gives the overall result no class.</summary>
    public Bands? Bands { get; init; }

    public Criterion? FindCriterion(string id) => Criteria.FirstOrDefault(c => c.Id == id);

    public IEnumerable<Criterion> CriteriaOf(Interest interest) => Criteria.Where(c => c.Interest == interest.Id);

    /// <summary>Every part that has a source, in the order of the edition.</summary>
    public IEnumerable<PartProvenance> Parts => ClassTableParts.Concat(RuleParts);

    /// <summary>The class tables of the criteria.</summary>
    public IEnumerable<PartProvenance> ClassTableParts => Criteria.SelectMany(c => c.Tables.Select(
        t => new PartProvenance(new($"{c.Id} {t.Name.Nl}", $"{c.Id} {t.Name.En}"), t.Provenance)));

    /// <summary>The scales and rules: everything but the class tables of the criteria.</summary>
    public IEnumerable<PartProvenance> RuleParts =>
    [
        new(new("impactklassen", "impact classes"), Impact.Provenance),
        .. LikelihoodParts,
        new(new("waardefunctie", "value function"), ValueProvenance),
        new(new("gewichten", "weights"), WeightsProvenance),
        .. Profiles.Select(p => new PartProvenance(p.Name, p.Provenance)),
        new(new("totaaloordeel", "overall rule"), Overall.Provenance),
        .. BandParts,
    ];

    /// <summary>The parts not checked against a publication: a reader of any result is told of them.</summary>
    public IEnumerable<PartProvenance> Unverified => Parts.Where(p => !p.Provenance.Verified);

    private IEnumerable<PartProvenance> LikelihoodParts
    {
        get
        {
            yield return new(new("horizon van de waarschijnlijkheid", "horizon of the likelihood"), Likelihood.HorizonProvenance);
            yield return new(new("waarschijnlijkheidsklassen", "likelihood classes"), Likelihood.Provenance);
            if (Likelihood.SubLevelProvenance is { } subLevels)
            {
                yield return new(new("deelniveaus van waarschijnlijkheid", "likelihood sub-levels"), subLevels);
            }

            if (Likelihood.VulnerabilityProvenance is { } vulnerability)
            {
                yield return new(new("correctie voor kwetsbaarheid", "vulnerability adjustment"), vulnerability);
            }
        }
    }

    private IEnumerable<PartProvenance> BandParts => Bands is { } bands
        ? [new(new("klassen van het totaaloordeel", "bands of the overall result"), bands.Provenance)]
        : [];
}
