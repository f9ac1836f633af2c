namespace Weerbaar.Analysis.Scales;

/// <summary>An indicator an expert marks.</summary>
public sealed record Indicator(string Id, Words Name);

/// <summary>A mark an indicator can get.</summary>
/// <param name="Counts">Whether an indicator with this mark counts as significantly affected.</param>
public sealed record IndicatorMark(string Id, Words Label, bool Counts);

/// <summary>Indicators, the marks each can get from low to high, and which marks count.</summary>
public sealed record IndicatorSet(IReadOnlyList<Indicator> Indicators, IReadOnlyList<IndicatorMark> Marks)
{
    /// <summary>Whether the input marks any of these indicators.</summary>
    public bool Answered(CriterionInput input) => Indicators.Any(i => input.Marks.ContainsKey(i.Id));

    /// <summary>How many indicators count as significantly affected. An indicator without a mark does not count.</summary>
    /// <exception cref="MethodInputException">A mark does not exist.</exception>
    public int Count(CriterionInput input) =>
        Indicators.Count(i => input.Marks.TryGetValue(i.Id, out var mark) && Find(i, mark).Counts);

    private IndicatorMark Find(Indicator indicator, string mark) =>
        Marks.FirstOrDefault(m => m.Id == mark) ?? throw new MethodInputException(indicator.Id, new(
            $"{indicator.Name.Nl}: '{mark}' is geen oordeel. Kies uit {string.Join(", ", Marks.Select(m => m.Id))}.",
            $"{indicator.Name.En}: '{mark}' is no mark. Choose from {string.Join(", ", Marks.Select(m => m.Id))}."));
}
