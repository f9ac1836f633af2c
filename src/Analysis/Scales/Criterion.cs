using System.Collections.ObjectModel;

namespace Weerbaar.Analysis.Scales;

/// <summary>An impact criterion: what harm it measures, to which interest, and by which tables it gets a class.</summary>
public sealed record Criterion
{
    public required string Id { get; init; }

    /// <summary>The id of the interest it belongs to.</summary>
    public required string Interest { get; init; }

    public required Words Name { get; init; }

    public Words? Meaning { get; init; }

    /// <summary>One table, or several sub-scores of which the highest counts.</summary>
    public required IReadOnlyList<ClassTable> Tables { get; init; }

    /// <summary>By class: what it means for this criterion, in words.</summary>
    public IReadOnlyDictionary<string, Words> Guidance { get; init; } = ReadOnlyDictionary<string, Words>.Empty;

    /// <summary>What one unit of the amount is worth in the money of the edition; null where the edition does not say.</summary>
    public double? UnitValue { get; init; }

    public bool Verified => Tables.All(t => t.Provenance.Verified);

    /// <summary>The class for what is known of a scenario, with the table, row and column it came from.</summary>
    /// <exception cref="MethodInputException">Nothing, too little, or something outside the tables is given.</exception>
    public CriterionReading Read(CriterionInput input, ImpactScale scale)
    {
        var readings = Tables.Select(t => t.Read(input, scale)).OfType<TableReading>().ToList();
        return readings.Count > 0 ? new(this, readings) : throw new MethodInputException(Id, new(
            $"Voor {Id} {Name.Nl} is nog niets ingevuld.",
            $"Nothing is given for {Id} {Name.En}."));
    }
}
