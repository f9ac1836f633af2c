namespace Weerbaar.Analysis.Scales;

/// <summary>A shift of the class that a table gave, kept on the scale.</summary>
/// <param name="Shift">Classes up (above 0) or down (below 0).</param>
/// <param name="FewestIndicators">With <paramref name="MostIndicators"/>: applies by itself when the number of indicators lies in this range. Null: the expert says whether it applies.</param>
public sealed record Correction(string Id, Words When, int Shift, int? FewestIndicators = null, int? MostIndicators = null)
{
    public bool ByCount => FewestIndicators is not null || MostIndicators is not null;

    internal bool Applies(CriterionInput input, int? indicators) => ByCount
        ? indicators is { } count && count >= (FewestIndicators ?? 0) && count <= (MostIndicators ?? int.MaxValue)
        : input.Corrections.Contains(Id);
}
