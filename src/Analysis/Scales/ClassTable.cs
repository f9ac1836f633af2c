namespace Weerbaar.Analysis.Scales;

/// <summary>A table that turns what is known of a scenario into an impact class.</summary>
public abstract record ClassTable
{
    public required string Id { get; init; }

    public required Words Name { get; init; }

    public required Provenance Provenance { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public abstract TableKind Kind { get; }

    /// <summary>The axes to ask an amount for, in the order to ask them.</summary>
    public abstract IReadOnlyList<Axis> Axes { get; }

    /// <summary>The indicators to ask a mark for, if any.</summary>
    public virtual IndicatorSet? Asked => null;

    /// <summary>What the table says of the input, or null when the input has nothing for this table.</summary>
    /// <exception cref="MethodInputException">The input is incomplete or outside the table.</exception>
    public TableReading? Read(CriterionInput input, ImpactScale scale)
    {
        if (!Answered(input))
        {
            return null;
        }

        var hit = Find(input, scale);
        var count = Asked is { } set && set.Answered(input) ? set.Count(input) : (int?)null;
        var corrections = hit.Class.Applies ? Corrections.Where(c => c.Applies(input, count)).ToList() : [];
        var corrected = scale.Shift(hit.Class, corrections.Sum(c => c.Shift));
        return new(this, hit.Row, hit.Column, hit.Class, corrections, corrected);
    }

    private protected virtual bool Answered(CriterionInput input) =>
        Axes.Any(a => a.Answered(input)) || (Asked?.Answered(input) ?? false);

    private protected abstract TableHit Find(CriterionInput input, ImpactScale scale);

    private protected readonly record struct TableHit(Step? Row, Step? Column, ImpactClass Class);
}
